using DiscourseLens.Series;

namespace DiscourseLens.Trends.Statistics;

/// <summary>The difference of two intervals of one series, with an interval that knows of authors who wrote in both.</summary>
/// <remarks>
/// Limits are recovered from the limits of the two levels (MOVER; Zou and Donner 2008, Statistics in Medicine 27), so that
/// they agree with the intervals shown and keep their scale (log, logit). The correlation of the two levels is that of the
/// authors' influences u_a on them: rho = sum_a u_a1 u_a2 / sqrt(V1 V2).
/// </remarks>
internal static class DifferenceEstimator
{
    // (z(0.975) + z(0.80)) / z(0.975): an interval's half width to the difference found with 80 % power.
    private const double Power = 1.4294;

    /// <summary>The difference, or null where either interval has no level or no limits.</summary>
    /// <param name="measure">Volume, share or sentiment; stance has no limits and thus no difference.</param>
    /// <param name="sums">Sums of both intervals.</param>
    /// <param name="read">Posts read in each: the denominators of <see cref="Measure.Share"/>.</param>
    /// <param name="days">Days to divide volumes by, so that intervals of unequal length compare; 1 and 1 for plain counts.</param>
    public static Difference? Of(Measure measure, PairSums sums, (long First, long Second) read, (int First, int Second)? days = null)
    {
        var per = measure == Measure.Volume && days is { } counted ? counted : (First: 1, Second: 1);
        var first = Per(Estimator.Exact(measure, sums.First, read.First), per.First);
        var second = Per(Estimator.Exact(measure, sums.Second, read.Second), per.Second);
        if (first is not { Value: { } v1, Low: { } l1, High: { } h1 } || second is not { Value: { } v2, Low: { } l2, High: { } h2 })
            return null;
        var rho = Correlation(measure, sums, read);
        var difference = v2 - v1;
        var low = difference - Joined(v2 - l2, h1 - v1, rho);
        var high = difference + Joined(h2 - v2, v1 - l1, rho);
        return new(difference, low, high, Power * (high - low) / 2);
    }

    /// <summary>Correlation of the two levels through authors who wrote in both intervals, -1 to 1.</summary>
    internal static double Correlation(Measure measure, PairSums sums, (long First, long Second) read)
    {
        var (first, second) = (sums.First, sums.Second);
        if (first.N == 0 || second.N == 0)
            return 0;
        var (shared, v1, v2) = measure == Measure.Sentiment
            ? (Product(sums), Residual(first), Residual(second))
            : (sums.Posts, first.NSquared * Others(measure, first, read.First), second.NSquared * Others(measure, second, read.Second));
        return v1 > 0 && v2 > 0 ? Math.Clamp(shared / Math.Sqrt(v1 * v2), -1, 1) : 0;
    }

    private static Estimate Per(Estimate level, int days) => new(level.Value / days, level.Low / days, level.High / days);

    private static double Joined(double one, double other, double rho) =>
        Math.Sqrt(Math.Max(0, one * one + other * other - 2 * rho * one * other));

    private static double Product(PairSums sums)
    {
        var (m1, m2) = (sums.First.Sum / sums.First.N, sums.Second.Sum / sums.Second.N);
        return sums.Values - m2 * sums.ValuesPosts - m1 * sums.PostsValues + m1 * m2 * sums.Posts;
    }

    private static double Residual(ClusterSums sums)
    {
        var mean = sums.Sum / sums.N;
        return sums.SumSquared - 2 * mean * sums.SumTimesN + mean * mean * sums.NSquared;
    }

    // A share's variance has a part from the posts that are not relevant, whose authors are taken for different ones.
    private static double Others(Measure measure, ClusterSums sums, long read) =>
        measure == Measure.Share && read > sums.N ? (double)read / (read - sums.N) : 1;
}
