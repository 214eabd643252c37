using System.Runtime.CompilerServices;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>
/// Communities of the Lemmy federation as one instance shows them. Posts and comments are known by their addresses, so that it
/// does not matter through which instance they came.
/// </summary>
public sealed class LemmySource : ISource, IRevisits
{
    private readonly LemmyApi _api;
    private readonly Dictionary<string, string> _names;

    /// <summary>A source that asks through a client.</summary>
    public LemmySource(LemmyOptions options, SourceClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _api = new(options, client, time);
        _names = options.Communities.DistinctBy(_api.NameOf).ToDictionary(_api.NameOf, name => name, StringComparer.Ordinal);
        Places = [.. _names.Keys.SelectMany(community => new[]
        {
            Place("posts", community, PostKind.Submission),
            Place("comments", community, PostKind.Comment),
        })];
    }

    /// <inheritdoc />
    public string Origin => "lemmy";

    /// <inheritdoc />
    public string Route => "lemmy-api-v3";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public int LargestBatch => 50;

    /// <inheritdoc />
    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        await _api.GreetAsync(cancellationToken).ConfigureAwait(false);
        var community = place.Community!; // every place has one
        var parents = new Dictionary<long, string?>();
        LemmyWalk walk = place.Kinds[0] == PostKind.Submission
            ? new LemmyPostWalk(_api, _names[community], community, window)
            : new LemmyCommentWalk(_api, _names[community], community, window);
        while (!walk.IsOver)
        {
            var page = await walk.NextAsync(cancellationToken).ConfigureAwait(false);
            foreach (var post in page.Posts)
                parents[post.Number] = post.Post.NativeId;
            var posts = new List<FetchedPost>();
            foreach (var post in page.Posts)
                posts.Add(await WithParentAsync(post, parents, post.Post.CreatedMs >= window.FromMs, cancellationToken).ConfigureAwait(false));
            yield return new FetchedPage { Posts = posts, Rejected = page.Rejected, Cursor = walk.Cursor };
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Revisit> RevisitAsync(
        IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nativeIds);
        var parents = new Dictionary<long, string?>();
        foreach (var id in nativeIds)
        {
            var post = await _api.FindAsync(id, cancellationToken).ConfigureAwait(false);
            yield return new Revisit(id, post is null ? null : await WithParentAsync(post, parents, true, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken) =>
        $"The instance answers; it calls itself {await _api.GreetAsync(cancellationToken).ConfigureAwait(false)}.";

    private static SourcePlace Place(string what, string community, PostKind kind) => new($"{what}: {community}", community, [kind])
    {
        ShowsEarlier = true,
        DeepLookback = TimeSpan.FromHours(72), // other instances deliver late, with the old time
    };

    /// <summary>The parent's address, asked for where it is not known; a comment that is gone leaves none.</summary>
    private async Task<FetchedPost> WithParentAsync(
        LemmyPost post, Dictionary<long, string?> known, bool isNew, CancellationToken cancellationToken)
    {
        if (post.Parent is not { } parent)
            return post.Post;
        // What is read again was given its parent the first time, and the store keeps it.
        if (!known.TryGetValue(parent, out var address) && isNew)
            known.Add(parent, address = (await _api.CommentAsync(parent, cancellationToken).ConfigureAwait(false))?.Post.NativeId);
        return post.Post with { ParentId = address };
    }
}
