using DiscourseLens.Collecting;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class LemmyCollectionTests : CollectionContract
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    protected override double Hourly => 12;

    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeLemmy(time, faults, posts);

    [Fact]
    public async Task Posts_AreWhatTheInstanceShows()
    {
        await using var fake = await StartAsync();
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        new LiveCheck(study, fake).Exact();
        var rows = study.Rows("select native_id, thread_id, coalesce(parent_id, ''), state, coalesce(text, '') from item left join item_text on item_id = id").ToHashSet();
        Assert.All(fake.Collectable, post => Assert.Contains(Row(fake, post), rows));
        Assert.Equal(30, study.Scalar<long>("select count(*) from author"));
    }

    [Fact]
    public async Task Requests_KeepToWhatTheInstanceAllows()
    {
        await using var fake = await StartAsync();
        fake.Allowed = (10, 60);
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        Assert.True(fake.Seen.Count > 20);
        Assert.All(fake.Seen.Skip(1).Zip(fake.Seen.Skip(2)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task Revisit_TellsWhatBecameOfPosts()
    {
        await using var fake = await StartAsync();
        using var study = new LiveStudy(fake);
        var posts = fake.Collectable.Where(post => !FakeLemmy.IsDeleted(post) && !FakeLemmy.IsRemoved(post) && !FakeLemmy.IsAccountGone(post)).Take(3).ToList();
        fake.Changed[posts[0].Number] = post => (post["removed"], post["body"], post["content"]) = (true, "", "");
        var seen = new List<Revisit>();
        await foreach (var revisit in ((IRevisits)study.Source.Source).RevisitAsync([.. posts.Select(fake.IdOf), "https://home.example/post/1"], TestContext.Current.CancellationToken))
            seen.Add(revisit);
        Assert.Equal((PostState.RemovedByModerator, ""), (seen[0].Post!.State, seen[0].Post!.Body));
        Assert.Equal((PostState.Live, posts[1].Text, fake.Community), (seen[1].Post!.State, seen[1].Post!.Body, seen[1].Post!.Community));
        Assert.Null(seen[3].Post);
    }

    private static string Row(FakeLemmy fake, FakePost post)
    {
        var state = FakeLemmy.IsDeleted(post) ? PostState.DeletedByAuthor
            : FakeLemmy.IsRemoved(post) ? PostState.RemovedByModerator
            : FakeLemmy.IsAccountGone(post) ? PostState.AccountGone
            : PostState.Live;
        var text = !PostState.HasText(state) ? "" : post.IsComment ? post.Text : $"{post.Title}\n\n{post.Text}";
        return string.Join('|', fake.IdOf(post), fake.IdOf(fake.Posts[post.Thread]), post.Parent is { } parent ? fake.IdOf(fake.Posts[parent]) : "", state, text);
    }

    private static async Task<FakeLemmy> StartAsync()
    {
        var time = new LeapingTime(s_now);
        var fake = new FakeLemmy(time, new Faults(1, 0), new FakePosts(3, time, s_now.AddHours(-40), s_now.AddHours(-20), 20)) { Purges = false };
        await fake.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }
}
