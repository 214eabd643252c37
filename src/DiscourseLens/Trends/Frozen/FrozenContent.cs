using DiscourseLens.Series;

namespace DiscourseLens.Trends.Frozen;

/// <summary>What a snapshot says: aggregates only, small cells already suppressed.</summary>
/// <param name="Query">What was frozen: the range, bucket, sources, classes and communities of all series.</param>
/// <param name="AsOf">The store's "now", its last capture; null where nobody knows.</param>
/// <param name="Study">The study's name, or null.</param>
/// <param name="Notice">What every reader must be told, or null.</param>
/// <param name="Limits">What is provisional and what is suppressed.</param>
/// <param name="Scorers">The scorers in use.</param>
/// <param name="Series">A series for each measure that can be given and each target.</param>
internal sealed record FrozenContent(
    TrendQuery Query, DateTimeOffset? AsOf, string? Study, string? Notice, SeriesOptions Limits, IReadOnlyList<FrozenScorer> Scorers,
    IReadOnlyList<Trend> Series);

/// <summary>A scorer in use.</summary>
internal sealed record FrozenScorer(string Kind, string Name, string Version, string Hash);
