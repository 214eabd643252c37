namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// The effects that a test of an event finds with 80 % power. A series of effect d and error e is found where d + e reaches
/// c(r) s, with s the standard error and c the critical ratio at the estimated autocorrelation r; so d is the 80th
/// percentile of c(r) s - e over series without an event.
/// </summary>
internal static class EventPower
{
    private static readonly double[] s_rhos = [-0.6, -0.2, 0.2, 0.4, 0.6, 0.75, 0.96];

    /// <summary>The step and the change of the trend, in the series' unit.</summary>
    /// <param name="fit">The design.</param>
    /// <param name="rho">Autocorrelation of the errors.</param>
    /// <param name="deviation">Standard deviation of the standardised errors.</param>
    /// <param name="draws">Series drawn for each critical ratio and for the percentile.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static (double Step, double Slope) Detectable(AutocorrelatedFit fit, double rho, double deviation, int draws, int seed)
    {
        var random = new Random(seed);
        var calm = s_rhos.Select(each => NullSeries.Fits(fit, each, draws, random).Select(fitted => fitted.Ratios).ToList()).ToList();
        var without = NullSeries.Fits(fit, rho, draws, random).ToList();
        double Of(Func<(double Step, double Slope), double> ratio, int column, Func<FittedEvent, double> error)
        {
            var critical = calm.ConvertAll(each => InterruptedSeries.Critical(each.ConvertAll(ratios => Math.Abs(ratio(ratios)))));
            var needed = without.Select(fitted => At(critical, fitted.Rho) * error(fitted) - fitted.Coefficients[column]).Order().ToList();
            return Math.Max(0, AuthorBootstrap.At(needed, 0.8)) * deviation;
        }

        return (
            Of(ratios => ratios.Step, EventDesign.Step, fitted => fitted.StepError),
            Of(ratios => ratios.Slope, EventDesign.Slope, fitted => fitted.SlopeError));
    }

    private static double At(List<double> critical, double rho)
    {
        var above = Math.Clamp(Array.FindIndex(s_rhos, each => each >= rho), 1, s_rhos.Length - 1);
        var part = (rho - s_rhos[above - 1]) / (s_rhos[above] - s_rhos[above - 1]);
        return critical[above - 1] + part * (critical[above] - critical[above - 1]);
    }
}
