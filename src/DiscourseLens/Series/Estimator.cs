using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Series;

/// <summary>Turns a bucket's sums into a number: the one place where this is done.</summary>
internal static class Estimator
{
    // A mean is shown to six decimals, so that sums taken in another order still print the same.
    private const int Decimals = 6;

    private static readonly ConcurrentDictionary<long, double> s_quantiles = new();

    /// <summary>The measure's estimate.</summary>
    /// <param name="measure">What is estimated.</param>
    /// <param name="sums">Sums of the bucket's relevant posts under the measure's scorer.</param>
    /// <param name="read">Every post read, relevant or not: the denominator of <see cref="Measure.Share"/>.</param>
    public static Estimate Of(Measure measure, ClusterSums sums, long read)
    {
        if (measure == Measure.Volume)
            return new(sums.N, null, null);
        if (sums.N == 0)
            return default;
        return measure switch
        {
            Measure.Share => new(read > 0 ? (double)sums.N / read : null, null, null),
            Measure.Sentiment => Mean(sums),
            Measure.Favor => new(sums.Favor / sums.N, null, null),
            Measure.Against => new(sums.Against / sums.N, null, null),
            Measure.Neutral => new(sums.Neutral / sums.N, null, null),
            _ => new((sums.Favor - sums.Against) / sums.N, null, null),
        };
    }

    /// <summary>Mean with its author-clustered 95 % interval, cut to [-1, 1]; no interval below two clusters.</summary>
    /// <remarks>
    /// V = A/(A-1) sum_a (s_a - m n_a)^2 / N^2 with t quantile at A-1 degrees of freedom: the cluster-robust variance of
    /// a mean, Cameron and Miller 2015, "A Practitioner's Guide to Cluster-Robust Inference", sections II and VI.
    /// </remarks>
    private static Estimate Mean(ClusterSums sums)
    {
        var mean = sums.Sum / sums.N;
        if (sums.Clusters < 2)
            return new(Rounded(mean), null, null);
        var residual = sums.SumSquared - 2 * mean * sums.SumTimesN + mean * mean * sums.NSquared;
        var freedom = sums.Clusters - 1;
        // The expanded square may come out a hair below zero where every cluster agrees.
        var error = Math.Sqrt(Math.Max(0, residual) * sums.Clusters / freedom) / sums.N;
        var half = Quantile(freedom) * error;
        return new(Rounded(mean), Rounded(mean - half), Rounded(mean + half));
    }

    private static double Quantile(long freedom) =>
        s_quantiles.GetOrAdd(freedom, static degrees => StudentT.InvCDF(0, 1, degrees, 0.975));

    // Adding 0.0 turns -0 into 0, which SQLite and JSON print differently.
    private static double Rounded(double value) => Math.Round(Math.Clamp(value, -1, 1), Decimals) + 0.0;
}
