namespace DiscourseLens.Trends.Statistics;

/// <summary>What an event did to a series, as far as the series can tell.</summary>
/// <param name="Level">Step of the level at the event.</param>
/// <param name="Slope">Change of the trend from the event on, per bucket.</param>
/// <param name="Rho">Lag-1 autocorrelation of the errors, corrected for the fit.</param>
/// <param name="Points">Points used.</param>
/// <param name="DetectableStep">The smallest step that would be found in 80 of 100 such series.</param>
/// <param name="PlaceboP">Rank of the step among those at dates where nothing is claimed; null below 19 such dates.</param>
/// <param name="Placebos">How many such dates there are.</param>
public sealed record InterruptedSeriesResult(
    EventEffect Level, EventEffect Slope, double Rho, int Points, double DetectableStep, double? PlaceboP, int Placebos);
