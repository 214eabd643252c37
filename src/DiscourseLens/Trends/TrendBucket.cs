using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends;

/// <summary>One bucket of a trend, as a public output may show it: small cells are already suppressed.</summary>
/// <param name="Start">First UTC day.</param>
/// <param name="End">UTC day after the last. Buckets are whole calendar units, also at the ends of the range.</param>
/// <param name="State">What may be read into the bucket.</param>
/// <param name="Coverage">Mean covered part of its wanted community-days, 0 to 1.</param>
/// <param name="N">
/// Relevant posts (volume, share), or relevant posts that have a score (sentiment, stance).
/// </param>
/// <param name="Authors">Known authors among them; deleted and absent authors are not counted.</param>
/// <param name="Value">The measure in its own unit, see <see cref="Series.Measure"/>; null when unknown or suppressed.</param>
/// <param name="Low">Lower end of the 95 % interval; null where there is none.</param>
/// <param name="High">Upper end of the 95 % interval; null where there is none.</param>
/// <param name="Mark">A warning that must stay with the number, or null.</param>
/// <param name="Suppressed">
/// Whether the value is hidden since too few posts or authors stand behind it, or since another such value could be had from it.
/// </param>
public sealed record TrendBucket(
    DateOnly Start,
    DateOnly End,
    BucketState State,
    double Coverage,
    ShownCount N,
    ShownCount Authors,
    double? Value,
    double? Low,
    double? High,
    string? Mark,
    bool Suppressed)
{
    /// <summary>How far the number rests on few authors, in few digits; null where not asked for, suppressed or without posts.</summary>
    public Concentration? Concentration { get; init; }
}
