namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Autocorrelation and variance of a series' noise from medians of its differences, which a few shifts do not touch
/// (Chakar, Lebarbier, Levy-Leduc and Robin 2017, Bernoulli 23).
/// </summary>
internal static class RobustNoise
{
    private const double Highest = 0.9;
    private const double MedianOfNormal = 0.674489750196082;

    /// <summary>rho in [0, 0.9], and the variance in units of the variances given.</summary>
    public static (double Rho, double Variance) Of(IReadOnlyList<SeriesPoint> points)
    {
        var (one, two) = (Median(points, 1), Median(points, 2));
        if (one == 0)
            return (0, 0);
        var rho = Math.Clamp(two * two / (one * one) - 1, 0, Highest);
        return (rho, Math.Pow(one / MedianOfNormal, 2) / (2 * (1 - rho)));
    }

    private static double Median(IReadOnlyList<SeriesPoint> points, int lag)
    {
        var steps = points.Zip(points.Skip(lag))
            .Select(pair => Math.Abs(pair.Second.Value - pair.First.Value) / Math.Sqrt((pair.First.Variance + pair.Second.Variance) / 2))
            .Order().ToList();
        return steps.Count == 0 ? 0 : AuthorBootstrap.At(steps, 0.5);
    }
}
