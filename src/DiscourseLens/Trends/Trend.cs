namespace DiscourseLens.Trends;

/// <summary>One series, ready to be shown.</summary>
/// <param name="Query">What was asked, with the source filled in.</param>
/// <param name="Gate">The relevance scorer that chose the posts: name, version, first eight digits of its hash.</param>
/// <param name="Scorer">The scorer of the measure, in the same form; the gate itself for volume and share.</param>
/// <param name="Buckets">In order of time, without holes; empty when the store covers and holds nothing.</param>
/// <param name="Headline">One sentence on the first and the last observed bucket, never stronger than they are.</param>
/// <param name="Mark">A warning that must stay with every number, or null.</param>
/// <param name="Notes">What a reader must know besides: earlier versions of the scorers, whose numbers are not these.</param>
public sealed record Trend(
    TrendQuery Query,
    string Gate,
    string Scorer,
    IReadOnlyList<TrendBucket> Buckets,
    string Headline,
    string? Mark,
    IReadOnlyList<string> Notes);
