using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>New voices or changed minds: the parts that a change of mean sentiment is the sum of.</summary>
/// <param name="Total">The change; null where suppressed.</param>
/// <param name="Within">The same authors said other things. Who was far from the mean by chance comes back to it (regression to the mean).</param>
/// <param name="Between">The same authors wrote more or less.</param>
/// <param name="Entry">Authors came. A post by an unknown author counts as one who came or left.</param>
/// <param name="Exit">Authors left.</param>
/// <param name="Stayers">Known authors who wrote in both intervals.</param>
/// <param name="Entrants">Known authors who wrote in the second only.</param>
/// <param name="Leavers">Known authors who wrote in the first only.</param>
/// <param name="Suppressed">Whether one of the three groups is too small, or a smaller one could be had from them; then nothing is told, as the parts add up.</param>
public sealed record Decomposition(
    double? Total,
    DecompositionPart? Within,
    DecompositionPart? Between,
    DecompositionPart? Entry,
    DecompositionPart? Exit,
    long? Stayers,
    long? Entrants,
    long? Leavers,
    bool Suppressed)
{
    // Keeps the answer on a very large store within a second or two; percentiles of 200 draws are a little rougher.
    private const int MostDrawn = 20_000_000;
    private const int FewestDraws = 200;

    /// <summary>Splits the change between two intervals that both have posts; hides it where a small group could be had from it.</summary>
    internal static Decomposition Of(IReadOnlyList<AuthorPair> authors, bool hidden, SuppressionRule rule)
    {
        var stayers = authors.Where(author => author.Stays).ToList();
        var entrants = authors.Where(author => author.N1 == 0).ToList();
        var leavers = authors.Where(author => author.N2 == 0).ToList();
        if (hidden || rule.Hides(stayers.Sum(author => author.N1), Known(stayers)) || rule.Hides(stayers.Sum(author => author.N2), Known(stayers))
            || rule.Hides(entrants.Sum(author => author.N2), Known(entrants)) || rule.Hides(leavers.Sum(author => author.N1), Known(leavers)))
        {
            return new(null, null, null, null, null, null, null, null, true);
        }

        var parts = DecompositionParts.Of(authors);
        var intervals = AuthorBootstrap.Intervals(authors, sample =>
        {
            var drawn = DecompositionParts.Of(sample);
            return [drawn.Within, drawn.Between, drawn.Entry, drawn.Exit];
        }, Math.Clamp(MostDrawn / authors.Count, FewestDraws, AuthorBootstrap.Draws));
        return new(
            parts.Total, Part(parts.Within, intervals[0]), Part(parts.Between, intervals[1]), Part(parts.Entry, intervals[2]),
            Part(parts.Exit, intervals[3]), Known(stayers), Known(entrants), Known(leavers), false);
    }

    private static DecompositionPart Part(double value, (double Low, double High)? interval) =>
        new(value, interval?.Low, interval?.High);

    private static long Known(List<AuthorPair> authors) => authors.Count(author => author.Cluster > 0);
}
