using DiscourseLens.Series;

namespace DiscourseLens.Trends.Suppression;

/// <summary>
/// Which communities of a source must stay together in a bucket when the posts of a facet are shown beside all posts, so that
/// subtraction tells neither a small number of the facet's posts nor a small rest.
/// </summary>
/// <remarks>
/// What must stay together among all posts is one unit here, since its sum may be known. A unit without posts of the facet tells
/// nothing new: everybody may know that it has none. Of the others those join whose posts, or whose rest, are too few.
/// </remarks>
internal sealed class FacetBlocks
{
    private readonly List<(HashSet<long> Named, bool IsClosed)> _blocks;

    private FacetBlocks(List<(HashSet<long> Named, bool IsClosed)> blocks) => _blocks = blocks;

    /// <summary>The blocks of a bucket.</summary>
    /// <param name="all">All posts of each community.</param>
    /// <param name="part">The facet's posts of those communities that have some.</param>
    /// <param name="rule">What is too small.</param>
    public static FacetBlocks Of(IReadOnlyCollection<PlaceCell> all, IReadOnlyDictionary<long, TrendCell> part, SuppressionRule rule)
    {
        var groups = PlaceGroups.Of(all, rule).All;
        var units = all
            .GroupBy(cell => groups.FirstOrDefault(group => group.Contains(cell.Community))?.Min() ?? cell.Community)
            .Select(unit => Unit(unit.Key, unit.ToList(), part))
            .Where(unit => unit.Cell.N > 0)
            .ToDictionary(unit => unit.Cell.Community);
        var joined = PlaceGroups.Of(units.Values.Select(unit => unit.Cell), rule).All;
        var apart = units.Keys.Except(joined.SelectMany(group => group));
        return new(
        [
            .. joined.Select(group => (
                group.SelectMany(unit => units[unit].Named).ToHashSet(),
                PartCell.AreClosed(group.Select(unit => PartCell.Of(units[unit].Cell)).ToList(), rule))),
            .. apart.Select(unit => (units[unit].Named, true)),
        ]);
    }

    /// <summary>Whether the union of all communities, which holds every block, tells one that nothing could be added to.</summary>
    public bool HidesAll => _blocks.Exists(block => !block.IsClosed);

    /// <summary>Whether a union of communities holds a part of a block, or one that nothing could be added to.</summary>
    public bool Hides(IReadOnlySet<long> communities) =>
        _blocks.Exists(block => block.Named.Overlaps(communities) && !(block.IsClosed && block.Named.IsSubsetOf(communities)));

    private static (PlaceCell Cell, HashSet<long> Named) Unit(long key, List<PlaceCell> cells, IReadOnlyDictionary<long, TrendCell> part)
    {
        var sides = cells.ConvertAll(cell => PartCell.Of(new(cell.N, cell.Authors, default), part.GetValueOrDefault(cell.Community)));
        var oneClass = cells.TrueForAll(cell => cell.Class == cells[0].Class);
        var unit = new PlaceCell(key, oneClass ? cells[0].Class : "", sides.Sum(side => side.N), sides.Max(side => side.Authors))
        {
            Rest = (sides.Sum(side => side.RestN), sides.Max(side => side.RestAuthors)),
        };
        return (unit, cells.Where(cell => part.ContainsKey(cell.Community)).Select(cell => cell.Community).ToHashSet());
    }
}
