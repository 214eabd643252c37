using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Suppression;

/// <summary>
/// Decides which cells of a filtered series stay hidden. A cell is hidden where the one of all posts is; where the posts beside it are
/// too few, as a subtraction would tell them; where a union of communities, a week, a month, a quarter or a year would give such a
/// cell away; and, as every post is in one language, where the languages hidden in it would become known.
/// </summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="query">Measure, target and facet.</param>
/// <param name="scorer">The gate, and the measure's scorer.</param>
/// <param name="rule">What is too small.</param>
internal sealed class FacetHiding(SqliteConnection connection, TrendQuery query, (long Gate, long Scorer) scorer, SuppressionRule rule)
{
    private readonly TrendQuery _all = query with { Facet = null, Weight = Weighting.Post };
    private readonly TrendQuery _part = query with { Weight = Weighting.Post };
    private readonly CellHiding _hiding = new(connection, query with { Facet = null, Weight = Weighting.Post }, scorer.Gate, scorer.Scorer, rule);

    /// <summary>The starts of the buckets to hide, those that are too small by themselves among them.</summary>
    public HashSet<long> More(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var more = Hidden(Cells(scope, by, buckets));
        if (by is Grain.Quarter or Grain.Year)
            more.UnionWith(ByFiner(scope, by == Grain.Year ? Grain.Quarter : Grain.Month, buckets));
        if (by == Grain.Day)
            more.UnionWith(ByDays(scope, buckets));
        return more;
    }

    private static HashSet<long> Hidden(Dictionary<long, PartCell> cells) => cells.Where(cell => cell.Value.Hidden).Select(cell => cell.Key).ToHashSet();

    private HashSet<long> ByFiner(TrendScope scope, Grain finer, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var parts = finer.Between(buckets[0].Start, buckets[^1].End).ToList();
        var (cells, more) = (Cells(scope, finer, parts), finer == Grain.Month ? [] : More(scope, finer, parts));
        return buckets
            .Where(bucket => !PartCell.AreClosed(
                finer.Between(bucket.Start, bucket.End).Select(part => UtcDay.ToMs(part.Start))
                    .Where(start => cells.TryGetValue(start, out var cell) && (cell.Hidden || more.Contains(start)))
                    .Select(start => cells[start]).ToList(), rule))
            .Select(bucket => UtcDay.ToMs(bucket.Start)).ToHashSet();
    }

    private HashSet<long> ByDays(TrendScope scope, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var cells = Cells(scope, Grain.Day, CellHiding.DaysAround(buckets));
        var more = new HashSet<long>();
        foreach (var grain in new[] { Grain.Week, Grain.Month })
        {
            foreach (var whole in cells.OrderBy(cell => cell.Key).GroupBy(cell => grain.StartOf(UtcDay.FromMs(cell.Key))))
                Close([.. whole], more);
        }

        return more;
    }

    // The smallest shown days, until those hidden give nothing away.
    private void Close(List<KeyValuePair<long, PartCell>> days, HashSet<long> more)
    {
        var hidden = days.Where(day => day.Value.Hidden).Select(day => day.Value).ToList();
        foreach (var (start, day) in days.Where(day => !day.Value.Hidden && day.Value.N > 0).OrderBy(day => day.Value.N).ThenBy(day => day.Key))
        {
            if (PartCell.AreClosed(hidden, rule))
                return;
            hidden.Add(day);
            more.Add(start);
        }
    }

    /// <summary>The cells with posts of any kind, judged without what finer or coarser buckets tell.</summary>
    private Dictionary<long, PartCell> Cells(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var kept = CellHiding.KeptIn(by);
        var finer = kept == by ? buckets : kept.Between(buckets[0].Start, buckets[^1].End).ToList();
        var (all, part) = (Read(scope, _all, kept, finer), Read(scope, _part, kept, finer));
        var cells = all
            .Select(cell => (Start: CellHiding.StartOf(by, cell.Key), Cell: PartCell.Of(cell.Value, part.GetValueOrDefault(cell.Key))))
            .GroupBy(pair => pair.Start, pair => pair.Cell)
            .ToDictionary(whole => whole.Key, whole => new PartCell(
                whole.Sum(cell => cell.N), whole.Max(cell => cell.Authors), whole.Sum(cell => cell.RestN), whole.Max(cell => cell.RestAuthors), false));
        var whole = all.GroupBy(cell => CellHiding.StartOf(by, cell.Key), cell => cell.Value).ToDictionary(
            each => each.Key, each => new TrendCell(each.Sum(cell => cell.N), each.Max(cell => cell.Authors), default));
        var more = _hiding.More(scope, by, buckets, whole);
        more.UnionWith(whole.Where(cell => rule.Hides(cell.Value.N, cell.Value.Authors)).Select(cell => cell.Key));
        more.UnionWith(scope.Parts.Count > 1 ? ByParts(scope, by, buckets) : ByPlaces(scope, by, buckets));
        if (scope.Parts.Count == 1 && query.Facet is { Kind: FacetKind.Language })
            more.UnionWith(ByLanguages(scope, by, buckets));
        return cells.ToDictionary(cell => cell.Key, cell => cell.Value with { Hidden = cell.Value.IsSmall(rule) || more.Contains(cell.Key) });
    }

    private HashSet<long> ByParts(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets) =>
        scope.Parts.SelectMany(part => Hidden(Cells(new([part]), by, buckets))).ToHashSet();

    private HashSet<long> ByPlaces(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var taken = scope.Communities is [0] ? null : scope.Communities.ToHashSet();
        var parts = Counted("community_id", scope, by, buckets);
        return _hiding.Places(scope.SourceIds[0], by, buckets)
            .Select(bucket => (Start: bucket.StartMs, Blocks: FacetBlocks.Of(bucket.Cells, parts.GetValueOrDefault(bucket.StartMs) ?? [], rule)))
            .Where(bucket => taken is null ? bucket.Blocks.HidesAll : bucket.Blocks.Hides(taken))
            .Select(bucket => bucket.Start).ToHashSet();
    }

    private HashSet<long> ByLanguages(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var facet = FacetCells.IdOf(connection, query.Facet!); // the caller has looked
        return Counted("facet_id", scope, by, buckets)
            .Where(bucket => PlaceGroups.Of(bucket.Value.Select(each => new PlaceCell(each.Key, "", each.Value.N, each.Value.Authors)), rule)
                .All.Any(group => group.Contains(facet)))
            .Select(bucket => bucket.Key).ToHashSet();
    }

    // Of quarters and years as of their months: counts add up, and authors are at least as many as a month's.
    private Dictionary<long, Dictionary<long, TrendCell>> Counted(
        string part, TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var kept = CellHiding.KeptIn(by);
        var finer = kept == by ? buckets : kept.Between(buckets[0].Start, buckets[^1].End).ToList();
        return FacetCells.Counts(connection, part, scope, _part with { By = kept }, scorer, finer)
            .GroupBy(row => (Start: CellHiding.StartOf(by, row.StartMs), row.Part))
            .GroupBy(cell => cell.Key.Start)
            .ToDictionary(bucket => bucket.Key, bucket => bucket.ToDictionary(
                cell => cell.Key.Part, cell => new TrendCell(cell.Sum(row => row.N), cell.Max(row => row.Authors), default)));
    }

    private Dictionary<long, TrendCell> Read(TrendScope scope, TrendQuery asked, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets) =>
        new TrendCells(connection, scope, asked with { By = by }, scorer.Gate, scorer.Scorer).Read(buckets, new long[buckets.Count]);
}
