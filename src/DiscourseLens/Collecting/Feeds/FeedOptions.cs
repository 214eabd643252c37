namespace DiscourseLens.Collecting.Feeds;

/// <summary>Which feed is collected.</summary>
public sealed record FeedOptions
{
    /// <summary>The feed.</summary>
    public required Uri Address { get; init; }

    /// <summary>The community its entries belong to; empty for its host's name. Reddit's feeds name theirs.</summary>
    public string Community { get; init; } = "";

    /// <summary>What its entries are; a feed does not say.</summary>
    public PostKind Entries { get; init; } = PostKind.Submission;
}
