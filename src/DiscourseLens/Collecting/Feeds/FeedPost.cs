using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>Entries as posts: those of Reddit's feeds under Reddit's own ids, all others under the feed's.</summary>
internal sealed partial class FeedPost(FeedOptions options)
{
    private static readonly string[] s_userPaths = ["/user/", "/u/", "/r/u_"];

    /// <summary>Whether the feed is Reddit's.</summary>
    public bool IsReddit { get; } = options.Address.Host is "reddit.com" || options.Address.Host.EndsWith(".reddit.com", StringComparison.Ordinal);

    /// <summary>The community of entries that name none.</summary>
    public string Community { get; } = options.Community.Length > 0 ? options.Community : options.Address.Host;

    public FetchedPost Read(FeedEntry entry, long createdMs) => IsReddit ? FromReddit(entry, createdMs) : Plain(entry, createdMs);

    private FetchedPost Plain(FeedEntry entry, long createdMs) => new()
    {
        NativeId = entry.Id,
        Kind = options.Entries,
        Community = Community,
        ThreadId = options.Entries == PostKind.Submission ? entry.Id : null,
        Author = entry.Author,
        AuthorState = entry.Author is null ? AuthorStates.Absent : AuthorStates.Named,
        IsBot = entry.Author is not null && BotAuthors.Contains(entry.Author),
        CreatedMs = createdMs,
        Permalink = entry.Link,
        Title = options.Entries == PostKind.Submission ? entry.Title : null,
        Body = entry.Body,
    };

    private FetchedPost FromReddit(FeedEntry entry, long createdMs)
    {
        var isComment = entry.Id.StartsWith("t1_", StringComparison.Ordinal);
        var author = entry.Author is { } name && name.StartsWith("/u/", StringComparison.Ordinal) ? name["/u/".Length..] : entry.Author;
        var path = entry.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address) ? address.AbsolutePath : null;
        return Plain(entry, createdMs) with
        {
            Kind = isComment ? PostKind.Comment : PostKind.Submission,
            Community = entry.Category ?? Community,
            ThreadId = !isComment ? entry.Id : path is not null && Thread().Match(path) is { Success: true } match ? "t3_" + match.Groups[1].Value : null,
            Author = author,
            AuthorState = author is null ? AuthorStates.Deleted : AuthorStates.Named,
            IsBot = author is not null && BotAuthors.Contains(author),
            State = author is null ? PostState.AccountGone : PostState.Live,
            Permalink = path is null || s_userPaths.Any(start => path.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ? null : path,
            Title = isComment ? null : entry.Title,
            Body = isComment ? entry.Body : Tail().Replace(entry.Body, ""),
        };
    }

    [GeneratedRegex("/comments/([a-z0-9]+)/")]
    private static partial Regex Thread();

    // What Reddit puts under every post of its feeds: who submitted it, and two links.
    [GeneratedRegex(@"\s*submitted by\s+/u/\S+(\s+to\s+/?r/\S+)?\s*\[link\]\s*\[comments\]\s*$")]
    private static partial Regex Tail();
}
