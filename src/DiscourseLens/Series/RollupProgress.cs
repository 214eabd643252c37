namespace DiscourseLens.Series;

/// <summary>How far a roll-up is.</summary>
/// <param name="Done">Days, or buckets, made again so far.</param>
/// <param name="Total">All of them.</param>
/// <param name="Unit">What is counted: <c>days</c> first, then <c>buckets</c>.</param>
public sealed record RollupProgress(long Done, long Total, string Unit);
