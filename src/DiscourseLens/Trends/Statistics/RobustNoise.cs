namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Autocorrelation and variance of a series' noise from its differences over one and two buckets, as Chakar, Lebarbier, Levy-Leduc and
/// Robin 2017, Bernoulli 23: E(y_t - y_t-2)^2 / E(y_t - y_t-1)^2 = 1 + rho. Their medians scatter so much in 60 points that noise that drifts
/// passes for shifts too often; means of the nine tenths that are smallest scatter half as much, and a few shifts do not touch them either.
/// </summary>
internal static class RobustNoise
{
    private const double Highest = 0.9;
    private const double Kept = 0.9;
    private const double KeptOfNormal = 0.62301; // mean square of the nine tenths of a standard normal that are smallest

    /// <summary>rho in [0, 0.9], and the variance in units of the variances given.</summary>
    public static (double Rho, double Variance) Of(IReadOnlyList<SeriesPoint> points)
    {
        var (one, two) = (Square(points, 1), Square(points, 2));
        if (one == 0)
            return (0, 0);
        var rho = Math.Clamp(two / one - 1, 0, Highest);
        return (rho, one / KeptOfNormal / (2 * (1 - rho)));
    }

    private static double Square(IReadOnlyList<SeriesPoint> points, int lag)
    {
        var squares = points.Zip(points.Skip(lag))
            .Select(pair => Math.Pow(pair.Second.Value - pair.First.Value, 2) / ((pair.First.Variance + pair.Second.Variance) / 2))
            .Order().ToList();
        return squares.Take((int)Math.Ceiling(Kept * squares.Count)).DefaultIfEmpty(0).Average();
    }
}
