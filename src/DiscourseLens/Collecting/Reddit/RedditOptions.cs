namespace DiscourseLens.Collecting.Reddit;

/// <summary>What of Reddit is collected, with the user's own approved application.</summary>
public sealed record RedditOptions
{
    /// <summary>Communities, each with its posts and its comments.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>Searches over all of Reddit, each with the whole threads it finds. They discover; they never cover.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Id of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret; empty for an installed application, which has none.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>
    /// Entries from which on a listing that ends counts as cut. Removed posts are not made up for, so a full listing may show
    /// far fewer than its 1,000; a small community shows all it has.
    /// </summary>
    public int LooksFull { get; init; } = 500;

    /// <summary>Where tokens are given out.</summary>
    public Uri Tokens { get; init; } = new("https://www.reddit.com/");

    /// <summary>The interface itself.</summary>
    public Uri Api { get; init; } = new("https://oauth.reddit.com/");
}
