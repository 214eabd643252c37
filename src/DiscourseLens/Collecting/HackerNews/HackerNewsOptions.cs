namespace DiscourseLens.Collecting.HackerNews;

/// <summary>What of Hacker News is collected, and where it is found.</summary>
public sealed record HackerNewsOptions
{
    /// <summary>Searches, each a place of its own; none to collect everything, which alone gives true denominators.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Whether ids that the search index does not show are asked for one by one, so that nothing is passed over.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>The search index.</summary>
    public Uri Search { get; init; } = new("https://hn.algolia.com/api/v1/");

    /// <summary>The items.</summary>
    public Uri Items { get; init; } = new("https://hacker-news.firebaseio.com/v0/");
}
