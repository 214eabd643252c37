namespace DiscourseLens.Trends.Statistics;

/// <summary>Draws whole authors with replacement, with a fixed seed, and takes percentiles of what comes of it.</summary>
internal static class AuthorBootstrap
{
    /// <summary>Draws unless told otherwise.</summary>
    public const int Draws = 1000;

    private const int Seed = 20240809;

    /// <summary>2.5th and 97.5th percentile of each statistic; null where a statistic has no value in some draw.</summary>
    /// <param name="authors">Clusters, each drawn with all its posts of both intervals.</param>
    /// <param name="statistics">Computes the statistics of a sample; not a number where there is none.</param>
    /// <param name="draws">Number of samples, 40 or more.</param>
    public static IReadOnlyList<(double Low, double High)?> Intervals<T>(
        IReadOnlyList<T> authors, Func<IReadOnlyList<T>, double[]> statistics, int draws = Draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 40);
        if (authors.Count == 0)
            return [];
        var random = new Random(Seed);
        var sample = new T[authors.Count];
        var rounds = new List<double[]>(draws);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < sample.Length; i++)
                sample[i] = authors[random.Next(authors.Count)];
            rounds.Add(statistics(sample));
        }

        return Enumerable.Range(0, rounds[0].Length).Select(at => Percentiles(rounds.ConvertAll(round => round[at]))).ToList();
    }

    private static (double Low, double High)? Percentiles(List<double> values)
    {
        if (values.Exists(double.IsNaN))
            return null;
        values.Sort();
        return (At(values, 0.025), At(values, 0.975));
    }

    /// <summary>The quantile of sorted values, straight between neighbours.</summary>
    internal static double At(List<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
