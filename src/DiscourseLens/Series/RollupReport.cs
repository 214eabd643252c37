namespace DiscourseLens.Series;

/// <summary>What a roll-up did.</summary>
/// <param name="Days">Days of a source whose sums were made again.</param>
/// <param name="Buckets">Days, weeks, months, quarters and years of a source whose estimates and sums were made again.</param>
public sealed record RollupReport(long Days, long Buckets);
