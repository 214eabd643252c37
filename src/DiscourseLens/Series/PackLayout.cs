namespace DiscourseLens.Series;

/// <summary>What a pack holds of each cluster beside its posts.</summary>
internal enum PackLayout : byte
{
    /// <summary>Nothing: a gate's pack.</summary>
    Counts,

    /// <summary>The sum of its posts' values.</summary>
    Values,

    /// <summary>How many of its posts have each label: favor, against, neutral.</summary>
    Labels,
}
