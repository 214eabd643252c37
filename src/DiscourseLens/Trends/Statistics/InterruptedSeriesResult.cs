namespace DiscourseLens.Trends.Statistics;

/// <summary>What an event did to a series, as far as the series can tell.</summary>
/// <param name="Level">Step of the level at the event.</param>
/// <param name="Slope">Change of the trend from the event on, per bucket.</param>
/// <param name="Rho">Lag-1 autocorrelation of the errors, corrected for the fit.</param>
/// <param name="Points">Points used.</param>
/// <param name="Start">Level at the event had nothing happened: that of the trend before it.</param>
/// <param name="Trend">Trend before the event, per bucket.</param>
/// <param name="DetectableStep">The smallest step that would be found in 80 of 100 such series.</param>
/// <param name="DetectableSlope">The smallest change of the trend that would be found in 80 of 100 such series, per bucket.</param>
/// <param name="PlaceboP">Rank of the step over its standard error among those at dates where nothing is claimed; null below 19 such dates.</param>
/// <param name="Placebos">How many such dates there are.</param>
public sealed record InterruptedSeriesResult(
    EventEffect Level, EventEffect Slope, double Rho, int Points, double Start, double Trend, double DetectableStep, double DetectableSlope,
    double? PlaceboP, int Placebos)
{
    /// <summary>Points from the event on, or before it, whichever are fewer.</summary>
    public int FewestBeside { get; init; } = int.MaxValue;

    /// <summary>Whether errors of measurement are as large as all that drifts, or larger, at nearly all points.</summary>
    public bool IsMostlyMeasurement { get; init; }

    /// <summary>The fitted level of a bucket.</summary>
    /// <param name="since">Its number less that of the event's first bucket.</param>
    public double Fitted(int since) => Without(since) + (since >= 0 ? Level.Value + Slope.Value * since : 0);

    /// <summary>The level that the trend before the event would have come to.</summary>
    /// <param name="since">As in <see cref="Fitted"/>.</param>
    public double Without(int since) => Start + Trend * since;
}
