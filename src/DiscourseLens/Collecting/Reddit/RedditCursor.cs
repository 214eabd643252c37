using System.Text.Json;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>How far a listing was read.</summary>
/// <param name="Anchors">Full names to go on after.</param>
/// <param name="Shown">Posts shown so far.</param>
/// <param name="OldestMs">Time of the oldest of them; null before the first.</param>
/// <param name="Threads">Threads found that are still to be read; for searches.</param>
/// <param name="IsListed">Whether the listing itself is read to its end.</param>
internal sealed record RedditCursor(IReadOnlyList<string> Anchors, long Shown, long? OldestMs, IReadOnlyList<string> Threads, bool IsListed)
{
    public static RedditCursor Begin { get; } = new([], 0, null, [], false);

    public static RedditCursor Parse(string? text) => text is null ? Begin : JsonSerializer.Deserialize<RedditCursor>(text) ?? Begin;

    public string Format() => JsonSerializer.Serialize(this);

    /// <summary>After one more page.</summary>
    public RedditCursor With(RedditPage page) => this with
    {
        Anchors = RedditListing.AnchorsOf(page),
        Shown = (page.IsFirst ? 0 : Shown) + page.Names.Count,
        OldestMs = page.Posts.Count == 0 ? OldestMs : Math.Min(OldestMs ?? long.MaxValue, page.Posts.Min(post => post.CreatedMs)),
    };
}
