namespace DiscourseLens.Series;

/// <summary>A number with its 95 % interval; null where there is none.</summary>
internal readonly record struct Estimate(double? Value, double? Low, double? High);
