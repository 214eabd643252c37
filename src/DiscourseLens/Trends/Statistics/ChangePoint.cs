namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// A bucket from which on the level of a series differs. Exploratory: found by looking at the series, so it proves nothing
/// about it, and must not become the date of an event test on the same series.
/// </summary>
/// <param name="Time">First bucket of the new level.</param>
/// <param name="Shift">New level less old level, in the series' unit.</param>
public sealed record ChangePoint(int Time, double Shift);
