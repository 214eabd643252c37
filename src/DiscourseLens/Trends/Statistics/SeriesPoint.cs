namespace DiscourseLens.Trends.Statistics;

/// <summary>One bucket of a series as the time-series layer takes it, whichever estimator it came from.</summary>
/// <param name="Time">Number of the bucket; consecutive buckets differ by 1, missing ones are left out.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Variance">Its variance, above zero; an estimator that takes human labels gives its own.</param>
public readonly record struct SeriesPoint(int Time, double Value, double Variance);
