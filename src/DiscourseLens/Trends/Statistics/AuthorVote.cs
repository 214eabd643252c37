using DiscourseLens.Series;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Trends.Statistics;

/// <summary>One author, one vote: the mean of the authors' own means, however much each wrote.</summary>
internal static class AuthorVote
{
    /// <summary>(1/A) sum_a s_a/n_a with Student's 95 % interval over authors; no interval below two of them.</summary>
    public static Estimate Mean(IEnumerable<AuthorSum> authors)
    {
        var means = authors.Where(author => author.N > 0).Select(author => author.Mean).ToList();
        if (means.Count == 0)
            return default;
        var mean = means.Average();
        if (means.Count < 2)
            return new(mean, null, null);
        var variance = means.Sum(value => (value - mean) * (value - mean)) / (means.Count - 1);
        var half = StudentT.InvCDF(0, 1, means.Count - 1, 0.975) * Math.Sqrt(variance / means.Count);
        return new(mean, mean - half, mean + half);
    }
}
