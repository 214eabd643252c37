namespace DiscourseLens.Trends.Statistics;

/// <summary>An effect of an event on a series, in the series' unit (a change of trend: per bucket).</summary>
/// <param name="Value">The effect.</param>
/// <param name="Low">Lower end of its 95 % interval, from the same bootstrap as <paramref name="P"/>.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="P">Two-sided p-value of the AR(1) bootstrap of series without the event.</param>
/// <param name="NeweyWestError">Newey and West's standard error, beside it.</param>
/// <param name="NeweyWestP">Its p-value by Student's t; too small in short series.</param>
public sealed record EventEffect(double Value, double Low, double High, double P, double NeweyWestError, double NeweyWestP)
{
    private const double Nominal = 0.05;

    /// <summary>Whether test and interval agree that something changed.</summary>
    public bool IsClear => P <= Nominal && (Low > 0 || High < 0);
}
