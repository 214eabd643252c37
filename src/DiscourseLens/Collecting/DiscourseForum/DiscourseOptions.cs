namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>Which forum is collected, and what of it.</summary>
public sealed record DiscourseOptions
{
    /// <summary>Where the forum is, with a slash at its end.</summary>
    public required Uri Address { get; init; }

    /// <summary>Categories as the forum's addresses write them after <c>/c/</c>, such as <c>health/12</c>, each with its subcategories; none for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>A key that the forum gave out; empty for what everybody can read.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The user the key belongs to; empty for a key that users make themselves.</summary>
    public string ApiUser { get; init; } = "";
}
