using DiscourseLens.Series;

namespace DiscourseLens.Trends.Suppression;

/// <summary>Whether cells that are hidden together give none of them away when their sum becomes known.</summary>
internal static class Closing
{
    /// <summary>
    /// Two cells at least, whose sum could itself be shown. Distinct authors of the sum are not known; they are at least as many
    /// as of any cell.
    /// </summary>
    public static bool IsClosed(IReadOnlyCollection<(long N, long Authors)> hidden, SuppressionRule rule) =>
        hidden.Count >= 2 && !IsSmall(hidden, rule);

    /// <summary>Whether the sum of some cells could not be shown.</summary>
    public static bool IsSmall(IReadOnlyCollection<(long N, long Authors)> cells, SuppressionRule rule) =>
        cells.Count > 0 && rule.Hides(cells.Sum(cell => cell.N), cells.Max(cell => cell.Authors));
}
