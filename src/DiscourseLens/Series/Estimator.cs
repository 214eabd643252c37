using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Series;

/// <summary>Turns a bucket's sums into a number with its 95 % interval: the one place where this is done.</summary>
internal static class Estimator
{
    private static readonly ConcurrentDictionary<double, double> s_quantiles = new();

    /// <summary>The measure's estimate as it is kept and shown: rounded, and cut to the measure's range.</summary>
    /// <param name="measure">What is estimated.</param>
    /// <param name="sums">Sums of the bucket's relevant posts under the measure's scorer.</param>
    /// <param name="read">Every post read, relevant or not: the denominator of <see cref="Measure.Share"/>.</param>
    public static Estimate Of(Measure measure, ClusterSums sums, long read)
    {
        var (value, low, high) = Exact(measure, sums, read);
        return measure switch
        {
            Measure.Volume => new(value, Rounded(low, 3), Rounded(high, 3)),
            Measure.Share => new(value, Rounded(low, 9), Rounded(high, 9)),
            Measure.Sentiment => new(Rounded(Cut(value), 6), Rounded(Cut(low), 6), Rounded(Cut(high), 6)),
            _ => new(value, low, high),
        };
    }

    /// <summary>As <see cref="Of"/>, neither rounded nor cut, for what is computed further.</summary>
    public static Estimate Exact(Measure measure, ClusterSums sums, long read)
    {
        if (measure == Measure.Volume)
            return Volume(sums);
        if (sums.N == 0)
            return default;
        return measure switch
        {
            Measure.Share => read > 0 ? Share(sums, read) : default,
            Measure.Sentiment => Mean(sums),
            Measure.Favor => new(sums.Favor / sums.N, null, null),
            Measure.Against => new(sums.Against / sums.N, null, null),
            Measure.Neutral => new(sums.Neutral / sums.N, null, null),
            _ => new((sums.Favor - sums.Against) / sums.N, null, null),
        };
    }

    /// <summary>Clusters that would give the same variance if all wrote equally much: N^2 / sum_a n_a^2 (Kish 1965).</summary>
    public static double EffectiveClusters(ClusterSums sums) => sums.N == 0 ? 0 : (double)sums.N * sums.N / sums.NSquared;

    /// <summary>Mean with its author-clustered 95 % interval; no interval below two clusters.</summary>
    /// <remarks>
    /// V = A/(A-1) sum_a (s_a - m n_a)^2 / N^2: the cluster-robust variance of a mean, Cameron and Miller 2015, "A Practitioner's
    /// Guide to Cluster-Robust Inference", sections II and VI. Their A-1 degrees of freedom are too many for unequal clusters
    /// (section VI.D): one that wrote nearly all leaves no residual, so t is taken at those of the effective number of clusters.
    /// </remarks>
    private static Estimate Mean(ClusterSums sums)
    {
        var mean = sums.Sum / sums.N;
        if (sums.Clusters < 2)
            return new(mean, null, null);
        var residual = sums.SumSquared - 2 * mean * sums.SumTimesN + mean * mean * sums.NSquared;
        // The expanded square may come out a hair below zero where every cluster agrees.
        var error = Math.Sqrt(Math.Max(0, residual) * sums.Clusters / (sums.Clusters - 1)) / sums.N;
        var half = Quantile(Freedom(sums)) * error;
        return new(mean, mean - half, mean + half);
    }

    /// <summary>Count with its 95 % interval on the log scale; no interval below two clusters.</summary>
    /// <remarks>
    /// Authors arrive as a Poisson process and write n_a posts each, so N is compound Poisson: Var N = lambda E n_a^2, of
    /// which sum_a n_a^2 is the unbiased estimate (Campbell's theorem), and se(log N) = sqrt(sum_a n_a^2) / N.
    /// </remarks>
    private static Estimate Volume(ClusterSums sums)
    {
        if (sums.Clusters < 2)
            return new(sums.N, null, null);
        var factor = Math.Exp(Quantile(Freedom(sums)) * Math.Sqrt(sums.NSquared) / sums.N);
        return new(sums.N, sums.N / factor, sums.N * factor);
    }

    /// <summary>Share of the posts read, with its 95 % interval on the logit scale; no interval below two clusters.</summary>
    /// <remarks>
    /// logit p = log N - log M with M = R - N. N is compound Poisson with D = sum_a n_a^2 / N; the authors of the M other
    /// posts are not known, so they are taken to write as unequally: se^2 = D/N + D/M = D / (R p (1 - p)).
    /// </remarks>
    private static Estimate Share(ClusterSums sums, long read)
    {
        var value = (double)sums.N / read;
        if (sums.Clusters < 2 || sums.N > read)
            return new(value, null, null);
        var share = Math.Min(value, 1 - 0.5 / read);
        var error = Math.Sqrt(sums.NSquared / sums.N / (read * share * (1 - share)));
        var (logit, half) = (Math.Log(share / (1 - share)), Quantile(Freedom(sums)) * error);
        return new(value, Logistic(logit - half), Math.Max(value, Logistic(logit + half)));
    }

    private static double Freedom(ClusterSums sums) => Math.Max(1, EffectiveClusters(sums) - 1);

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double Quantile(double freedom) =>
        s_quantiles.GetOrAdd(Math.Round(freedom, 2), static degrees => StudentT.InvCDF(0, 1, degrees, 0.975));

    private static double? Cut(double? value) => value is { } known ? Math.Clamp(known, -1, 1) : null;

    // Rounded, so that sums taken in another order still print the same; twice, so that a half is one in any order. Adding 0.0 turns -0 into 0.
    private static double? Rounded(double? value, int decimals) =>
        value is { } known ? Math.Round(Math.Round(known, 13), decimals) + 0.0 : null;
}
