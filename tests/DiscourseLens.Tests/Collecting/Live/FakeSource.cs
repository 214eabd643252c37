using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A fake site with posts that arrive while it is collected, and the source that speaks to it.</summary>
internal abstract class FakeSource(LeapingTime time, Faults faults, FakePosts posts) : FakeSite(time, faults)
{
    public FakePosts Posts { get; } = posts;

    /// <summary>The community, whole, that the collected place covers.</summary>
    public abstract string Community { get; }

    /// <summary>The source as the program makes it, but for its address.</summary>
    public abstract ISource Connect(SourceClient client);

    /// <summary>The native id of a post.</summary>
    public abstract string IdOf(FakePost post);

    /// <summary>Posts that a whole collection ends with.</summary>
    public virtual IEnumerable<FakePost> Collectable => Posts.All;
}
