using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>
/// Posts of authors who arrive at random, write unequally (Pareto, alpha 1.3, at most 60 an interval) and have moods of their
/// own: the setting in which intervals that take posts for independent are far too narrow.
/// </summary>
internal sealed class HeavyTail(Random random)
{
    public const double Mood = 0.1;
    private const double Alpha = 1.3;
    private const int Most = 60;

    /// <summary>Expected posts of an author who writes.</summary>
    public static double MeanPosts { get; } = Enumerable.Range(1, Most).Sum(posts => Math.Pow(posts, -Alpha));

    /// <summary>Two intervals; three in ten authors write in both, and the second interval's posts are kinder by a shift.</summary>
    public List<AuthorPair> Pairs(double expectedAuthors, double shift = 0)
    {
        var pairs = new List<AuthorPair>();
        for (var (author, count) = (1, Poisson(expectedAuthors)); author <= count; author++)
        {
            var mood = Mood + 0.35 * Normal();
            var turn = random.NextDouble();
            var (n1, n2) = (turn < 0.65 ? Posts() : 0, turn >= 0.35 ? Posts() : 0);
            pairs.Add(new(author, n1, Said(n1, mood), n2, Said(n2, mood + shift)));
        }

        return pairs;
    }

    /// <summary>Posts of an author: P(at least k) = k^-1.3 up to 60.</summary>
    public int Posts() => (int)Math.Min(Most, Math.Pow(1 - random.NextDouble(), -1 / Alpha));

    public int Poisson(double mean) => MathNet.Numerics.Distributions.Poisson.Sample(random, mean);

    /// <summary>Sum of squared values about zero of posts whose sums are known is not needed: moods and noise have these variances.</summary>
    public static double PostVariance => 0.35 * 0.35 + 0.2 * 0.2;

    public double Normal() => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);

    private double Said(int posts, double mood) => posts * mood + Math.Sqrt(posts) * 0.2 * Normal();
}
