namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Interrupted time series: level and trend before and after a dated event, points weighted by 1/(variance + tau^2).
/// An event must be named before the series was looked at; what else happened near it is not told apart from it.
/// </summary>
public static class InterruptedSeries
{
    /// <summary>Fewest points: below, an autocorrelation cannot be estimated beside four coefficients.</summary>
    public const int FewestPoints = 12;

    private const int FewestPlacebos = 19; // rank 1 of 20 is the first that reaches 0.05
    private const int Seed = 20240809;

    // Variances given may be too large; so much of each is taken to drift in any case, or no autocorrelation could be seen.
    private const double LeastDrift = 0.5;

    /// <summary>Tests an event.</summary>
    /// <param name="points">The series, missing buckets left out.</param>
    /// <param name="eventTime">First bucket from the event on.</param>
    /// <param name="draws">Series drawn without an event, for p-values and intervals; 99 or more.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentException">There are too few points, or a variance is not above zero.</exception>
    public static InterruptedSeriesResult Test(IReadOnlyList<SeriesPoint> points, int eventTime, int draws = 999, int seed = Seed)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 99);
        var (fit, fitted) = Fit(points, eventTime);
        var nulls = NullSeries.Fits(fit, fitted.Rho, draws, new Random(seed)).Select(each => each.Ratios).ToList();
        var newey = NeweyWest.Errors(fit.Design, fitted.Residuals);
        var power = EventPower.Detectable(fit, fitted.Rho, Math.Sqrt(fitted.Scale), draws, seed);
        var placebos = PlaceboDates.Ratios(fit, fitted.Rho, points.Select((point, at) => point.Value / fit.Design.Deviations[at]).ToArray());
        EventEffect Effect(int column, double ratio, double error, List<double> ratios)
        {
            var value = fitted.Coefficients[column];
            var half = Critical(ratios) * error;
            return new(
                value, value - half, value + half, (1 + ratios.Count(each => each >= Math.Abs(ratio))) / (draws + 1.0),
                newey[column], NeweyWest.P(value, newey[column], points.Count));
        }

        return new(
            Effect(EventDesign.Step, fitted.Ratios.Step, fitted.StepError, nulls.ConvertAll(each => Math.Abs(each.Step))),
            Effect(EventDesign.Slope, fitted.Ratios.Slope, fitted.SlopeError, nulls.ConvertAll(each => Math.Abs(each.Slope))),
            fitted.Rho, points.Count, fitted.Coefficients[0], fitted.Coefficients[1],
            power.Step, power.Slope,
            placebos.Others.Count < FewestPlacebos ? null : PlaceboDates.Rank(placebos), placebos.Others.Count)
        {
            FewestBeside = Math.Min(points.Count(point => point.Time < eventTime), points.Count(point => point.Time >= eventTime)),
            IsMostlyMeasurement = fit.Design.Drift.Average(part => part * part) < LeastDrift + 0.01,
        };
    }

    /// <summary>Fits the series with an event at a bucket.</summary>
    internal static (AutocorrelatedFit Fit, FittedEvent Fitted) Fit(IReadOnlyList<SeriesPoint> points, int eventTime)
    {
        if (points.Count < FewestPoints)
            throw new ArgumentException($"{points.Count} points; an event needs {FewestPoints} or more.", nameof(points));
        if (points.Any(point => !(point.Variance > 0)) || points.Zip(points.Skip(1)).Any(pair => pair.Second.Time <= pair.First.Time))
            throw new ArgumentException("Variances must be above zero, and points in order of time.", nameof(points));
        var extra = Overdispersion.Of(points, eventTime);
        var deviations = points.Select(point => Math.Sqrt(point.Variance + extra)).ToList();
        var drift = points.Select(point => Math.Max(LeastDrift, extra / (point.Variance + extra))).ToList();
        var fit = new AutocorrelatedFit(new(points.Select(point => point.Time).ToList(), deviations, eventTime, drift));
        return (fit, fit.Of(points.Select((point, at) => point.Value / deviations[at]).ToArray()));
    }

    /// <summary>The ratio that 5 % of the series without an event reach.</summary>
    internal static double Critical(List<double> ratios)
    {
        var sorted = ratios.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(0.95 * (sorted.Count + 1)) - 1)];
    }
}
