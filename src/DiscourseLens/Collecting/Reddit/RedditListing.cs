using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>One page of a listing.</summary>
/// <param name="Posts">Its posts.</param>
/// <param name="Rejected">Posts that could not be read.</param>
/// <param name="Names">Full names of all its children in order, posts or not.</param>
/// <param name="After">Where the next page begins; null at the end.</param>
internal sealed record RedditPage(IReadOnlyList<FetchedPost> Posts, IReadOnlyList<RejectedPost> Rejected, IReadOnlyList<string> Names, string? After)
{
    /// <summary>Whether the listing was begun again with it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Reads the envelope of a listing.</summary>
    public static RedditPage Read(JsonElement listing)
    {
        var data = listing.GetProperty("data");
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        var names = new List<string>();
        foreach (var child in data.GetProperty("children").EnumerateArray())
        {
            RedditPost.Read(child, posts, rejected);
            if (child.GetProperty("data").TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
                names.Add(name.GetString()!); // it is a string
        }

        var after = data.TryGetProperty("after", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
        return new(posts, rejected, names, after);
    }
}

/// <summary>
/// Pages through a listing from the newest down. Short pages are no end; an empty page behind an anchor may only mean that
/// the anchor was deleted, so earlier anchors are tried, and the listing is begun again, before the end is believed.
/// </summary>
internal sealed class RedditListing(RedditApi api)
{
    private const int Anchors = 4;
    private const string Limit = "limit=100";

    /// <summary>Reads pages until the listing ends.</summary>
    /// <param name="path">Path and query of the listing.</param>
    /// <param name="anchors">Full names to go on after, the last one first; empty to begin.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async IAsyncEnumerable<RedditPage> ReadAsync(
        string path, IReadOnlyList<string> anchors, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isAgain = false;
        for (var behind = anchors; ;)
        {
            var page = await NextAsync(path, behind, cancellationToken).ConfigureAwait(false);
            if (page.Names.Count == 0 && behind.Count > 0 && !isAgain)
            {
                (behind, isAgain) = ([], true);
                continue;
            }

            yield return page with { IsFirst = behind.Count == 0 };
            if (page.After is null || page.Names.Count == 0 || behind.Contains(page.After))
                yield break;
            behind = AnchorsOf(page);
        }
    }

    /// <summary>Where to go on after a page: its own anchor, then its last posts upwards.</summary>
    public static IReadOnlyList<string> AnchorsOf(RedditPage page) =>
        page.After is null ? [] : [.. page.Names.Reverse().Prepend(page.After).Distinct().Take(Anchors)];

    private async Task<RedditPage> NextAsync(string path, IReadOnlyList<string> anchors, CancellationToken cancellationToken)
    {
        var address = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Limit;
        if (anchors.Count == 0)
            return await api.GetAsync(address, RedditPage.Read, cancellationToken).ConfigureAwait(false);
        RedditPage? page = null;
        foreach (var anchor in anchors)
        {
            page = await api.GetAsync($"{address}&after={Uri.EscapeDataString(anchor)}", RedditPage.Read, cancellationToken).ConfigureAwait(false);
            if (page.Names.Any(name => !anchors.Contains(name)))
                break;
        }

        return page!; // there was an anchor
    }
}
