using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>What was said in a bucket, before suppression.</summary>
internal sealed record TrendCell(long N, long Authors, Estimate Estimate);
