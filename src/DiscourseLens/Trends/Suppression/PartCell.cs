using DiscourseLens.Series;

namespace DiscourseLens.Trends.Suppression;

/// <summary>What the posts of a facet are in a bucket, and the rest of its posts, as far as suppression must know it.</summary>
/// <param name="N">Posts of the facet.</param>
/// <param name="Authors">Known authors of the facet, or fewer where they are not known exactly.</param>
/// <param name="RestN">The other posts.</param>
/// <param name="RestAuthors">Known authors of the other posts, or fewer: those who have none in the facet.</param>
/// <param name="Hidden">Whether the facet's posts, or all posts, are not shown.</param>
internal readonly record struct PartCell(long N, long Authors, long RestN, long RestAuthors, bool Hidden)
{
    /// <summary>The cell from what is known of all posts and of the facet's.</summary>
    public static PartCell Of(TrendCell whole, TrendCell? part) =>
        new(part?.N ?? 0, part?.Authors ?? 0, whole.N - (part?.N ?? 0), Math.Max(0, whole.Authors - (part?.Authors ?? 0)), false);

    /// <summary>The cell of a community, or of several.</summary>
    public static PartCell Of(PlaceCell cell) => new(cell.N, cell.Authors, cell.Rest.N, cell.Rest.Authors, false);

    /// <summary>Whether either side is too small to be shown, or to be had by subtraction.</summary>
    public bool IsSmall(SuppressionRule rule) => rule.Hides(N, Authors) || rule.Hides(RestN, RestAuthors);

    /// <summary>
    /// Whether cells that are hidden together give nothing away when their sum becomes known: neither the facet's posts in them nor
    /// the others.
    /// </summary>
    public static bool AreClosed(IReadOnlyCollection<PartCell> hidden, SuppressionRule rule)
    {
        var named = hidden.Where(cell => cell.N > 0).ToList();
        return named.Count == 0 || (Closing.IsClosed(named.ConvertAll(cell => (cell.N, cell.Authors)), rule)
            && !Closing.IsSmall(named.ConvertAll(cell => (cell.RestN, cell.RestAuthors)), rule)
            && !Closing.IsSmall(hidden.Select(cell => (cell.RestN, cell.RestAuthors)).ToList(), rule));
    }
}
