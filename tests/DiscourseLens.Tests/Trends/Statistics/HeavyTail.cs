using DiscourseLens.Trends.Statistics;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>
/// Posts of authors who arrive at random, write unequally (Pareto, alpha 1.3, at most 60 an interval) and have moods of their
/// own: the setting in which intervals that take posts for independent are far too narrow.
/// </summary>
internal sealed class HeavyTail(Random random)
{
    public const double Mood = 0.1;
    public const double MoodDeviation = 0.35;
    public const double PostDeviation = 0.2;

    /// <summary>Part of the authors who write in each interval; three in ten write in both.</summary>
    public const double Takes = 0.65;

    private const double Alpha = 1.3;
    private const int Most = 60;

    /// <summary>Expected posts of an author who writes.</summary>
    public static double MeanPosts { get; } = Enumerable.Range(1, Most).Sum(posts => Math.Pow(posts, -Alpha));

    /// <summary>Two intervals, the posts of the second kinder by a shift.</summary>
    public List<AuthorPair> Pairs(double expectedAuthors, double shift = 0)
    {
        var pairs = new List<AuthorPair>();
        for (var (author, count) = (1, Poisson.Sample(random, expectedAuthors)); author <= count; author++)
        {
            var mood = Mood + MoodDeviation * Normal.Sample(random, 0, 1);
            var turn = random.NextDouble();
            var (n1, n2) = (turn < Takes ? Posts() : 0, turn >= 1 - Takes ? Posts() : 0);
            if (n1 + n2 > 0)
                pairs.Add(new(author, n1, Said(n1, mood), n2, Said(n2, mood + shift)));
        }

        return pairs;
    }

    /// <summary>All posts of as many authors, on average.</summary>
    public long Total(double expectedAuthors)
    {
        var total = 0L;
        for (var left = Poisson.Sample(random, expectedAuthors); left > 0; left--)
            total += Posts();
        return total;
    }

    // P(at least k) = k^-1.3 up to 60.
    private int Posts() => (int)Math.Min(Most, Math.Pow(1 - random.NextDouble(), -1 / Alpha));

    private double Said(int posts, double mood) =>
        posts == 0 ? 0 : posts * mood + Math.Sqrt(posts) * PostDeviation * Normal.Sample(random, 0, 1);
}
