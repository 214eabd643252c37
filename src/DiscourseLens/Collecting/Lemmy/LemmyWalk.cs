using System.Text.Json;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>How far a list was read.</summary>
/// <param name="Anchors">For posts: where the list may go on, best first.</param>
/// <param name="Offset">For comments: how many were passed.</param>
/// <param name="Last">For comments: number and time of the last one passed.</param>
/// <param name="LastMs">Its time.</param>
internal sealed record LemmyCursor(IReadOnlyList<string> Anchors, int Offset, long? Last, long LastMs)
{
    public static LemmyCursor Parse(string? text) =>
        (text is null ? null : JsonSerializer.Deserialize<LemmyCursor>(text)) ?? new([], 0, null, 0);

    public string Format() => JsonSerializer.Serialize(this);
}

/// <summary>Walks a community's list from the newest down to where reading begins.</summary>
internal abstract class LemmyWalk(FetchWindow window)
{
    protected LemmyCursor At { get; set; } = LemmyCursor.Parse(window.Cursor);

    public bool IsOver { get; protected set; }

    public string Cursor => At.Format();

    public abstract Task<LemmyPage> NextAsync(CancellationToken cancellationToken);

    protected bool IsEnd(LemmyPage page) => page.Shown == 0 || page.IsOlder(window.OverlapMs);
}

/// <summary>Posts: a page names where the next begins; when the post it names is gone, another post of the page will do.</summary>
internal sealed class LemmyPostWalk(LemmyApi api, string name, string community, FetchWindow window) : LemmyWalk(window)
{
    private const int Anchors = 10;

    public override async Task<LemmyPage> NextAsync(CancellationToken cancellationToken)
    {
        var page = await ReadAsync(cancellationToken).ConfigureAwait(false);
        IsOver = IsEnd(page) || page.Next is null;
        At = At with { Anchors = AnchorsOf(page) };
        return page;
    }

    private async Task<LemmyPage> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var anchor in At.Anchors)
        {
            if (await api.PostsAsync(name, community, anchor, cancellationToken).ConfigureAwait(false) is { } page)
                return page;
        }

        return (await api.PostsAsync(name, community, null, cancellationToken).ConfigureAwait(false))!; // only an anchor can be missing
    }

    // A cursor is "P" and the number of the last post of a page, in base 16.
    private static IReadOnlyList<string> AnchorsOf(LemmyPage page) => page.Next is null ? [] :
        [.. page.Posts.Where(post => !post.IsFeatured).OrderBy(post => post.Post.CreatedMs).Select(post => FormattableString.Invariant($"P{post.Number:x}"))
            .Prepend(page.Next).Distinct().Take(Anchors)];
}

/// <summary>
/// Comments: pages are counted off, so the list shifts while it is read. Every page is asked for so that it begins within the
/// one before; where it does not, comments above went away, and the walk steps back.
/// </summary>
internal sealed class LemmyCommentWalk(LemmyApi api, string name, string community, FetchWindow window) : LemmyWalk(window)
{
    private const int SmallestPage = 25;
    private const int Overlap = 8; // comments that two pages share at most, when nothing shifts

    public override async Task<LemmyPage> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (offset, limit) = At.Offset == 0 ? (0, LemmyApi.Limit) : Begin(At.Offset);
            var page = await api.CommentsAsync(name, community, (offset / limit) + 1, limit, cancellationToken).ConfigureAwait(false);
            if (offset > 0 && !Adjoins(page))
            {
                At = At with { Offset = Math.Max(0, At.Offset - LemmyApi.Limit) };
                continue;
            }

            // At the list's end a page holds nothing beyond what was passed.
            var passed = offset + page.Posts.Select(post => post.Number).Distinct().Count() + page.Rejected.Count;
            IsOver = IsEnd(page) || passed <= At.Offset;
            if (page.Posts.MinBy(post => (post.Post.CreatedMs, post.Number)) is { } last)
                At = new([], passed, last.Number, last.Post.CreatedMs);
            return page;
        }
    }

    /// <summary>The largest page that begins shortly before what was passed.</summary>
    private static (int Offset, int Limit) Begin(int passed)
    {
        for (var limit = LemmyApi.Limit; limit > SmallestPage; limit--)
        {
            var offset = (passed - 1) / limit * limit;
            if (passed - offset <= Overlap)
                return (offset, limit);
        }

        return ((passed - 1) / SmallestPage * SmallestPage, SmallestPage);
    }

    private bool Adjoins(LemmyPage page) => page.Posts.Any(post => post.Number == At.Last || post.Post.CreatedMs > At.LastMs);
}
