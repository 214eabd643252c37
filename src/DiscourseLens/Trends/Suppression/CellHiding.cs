using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Suppression;

/// <summary>
/// Decides which cells of a series stay hidden: those that are too small, and those from which a small one could be had by
/// subtraction. The decision depends on the store alone, not on what else was asked.
/// </summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="query">Measure, target and weighting.</param>
/// <param name="gateId">The relevance scorer.</param>
/// <param name="scorerId">The measure's scorer.</param>
/// <param name="rule">What is too small.</param>
internal sealed class CellHiding(SqliteConnection connection, TrendQuery query, long gateId, long scorerId, SuppressionRule rule)
{
    /// <summary>The starts of the buckets to hide beside those that are too small.</summary>
    /// <param name="scope">Sources and communities.</param>
    /// <param name="by">The buckets' grain.</param>
    /// <param name="buckets">Consecutive buckets, at least one.</param>
    /// <param name="cells">Their cells with posts.</param>
    public HashSet<long> More(
        TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyDictionary<long, TrendCell> cells)
    {
        if (by == Grain.Day)
            return ByDays(scope, buckets);
        var more = ByPartsOrPlaces(scope, by, buckets, cells);
        if (by is Grain.Quarter or Grain.Year)
            more.UnionWith(ByFiner(scope, by == Grain.Year ? Grain.Quarter : Grain.Month, buckets));
        return more;
    }

    private HashSet<long> ByPartsOrPlaces(
        TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyDictionary<long, TrendCell> cells) =>
        scope.Parts.Count > 1 ? ByParts(scope, by, buckets) : ByPlaces(scope, by, buckets, cells);

    // A union of sources less one source is the other: each must be showable by itself.
    private HashSet<long> ByParts(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var more = new HashSet<long>();
        foreach (var part in scope.Parts)
        {
            var alone = Read(new([part]), by, buckets);
            more.UnionWith(alone.Where(cell => cell.Value.Hidden).Select(cell => cell.Key));
        }

        return more;
    }

    private HashSet<long> ByPlaces(
        TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyDictionary<long, TrendCell> cells)
    {
        if (scope.Communities is [0])
            return []; // it holds every group whole
        var taken = scope.Communities.ToHashSet();
        return Places(scope.SourceIds[0], by, buckets)
            .Where(bucket => cells.ContainsKey(bucket.StartMs) && PlaceGroups.Of(bucket.Cells, rule).Hides(taken))
            .Select(bucket => bucket.StartMs).ToHashSet();
    }

    private HashSet<long> ByFiner(TrendScope scope, Grain finer, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var cells = Read(scope, finer, finer.Between(buckets[0].Start, buckets[^1].End).ToList());
        return buckets
            .Where(bucket => TimeGroups.HidesWhole(
                finer.Between(bucket.Start, bucket.End).Select(part => cells.GetValueOrDefault(UtcDay.ToMs(part.Start))).Where(cell => cell.N > 0), rule))
            .Select(bucket => UtcDay.ToMs(bucket.Start)).ToHashSet();
    }

    private HashSet<long> ByDays(TrendScope scope, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var days = DaysAround(buckets);
        var cells = Cells(scope, Grain.Day, days);
        var more = ByPartsOrPlaces(scope, Grain.Day, days, cells);
        more.UnionWith(TimeGroups.MoreDays(
            Judged(cells, more).OrderBy(cell => cell.Key)
                .Select(cell => (UtcDay.FromMs(cell.Key), cell.Value.N, cell.Value.Authors, cell.Value.Hidden)).ToList(), rule)
            .Select(UtcDay.ToMs));
        return more;
    }

    private Dictionary<long, (long N, long Authors, bool Hidden)> Read(
        TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var cells = Cells(scope, by, buckets);
        var more = More(scope, by, buckets, cells);
        return Judged(cells, more);
    }

    // Of quarters and years no estimates are kept: their months' counts add up, and their authors are at least as many as a month's.
    private Dictionary<long, TrendCell> Cells(TrendScope scope, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var kept = KeptIn(by);
        var finer = kept == by ? buckets : kept.Between(buckets[0].Start, buckets[^1].End).ToList();
        var cells = new TrendCells(connection, scope, query with { By = kept, Weight = Weighting.Post }, gateId, scorerId).Read(finer, new long[finer.Count]);
        return cells.GroupBy(cell => StartOf(by, cell.Key), cell => cell.Value).ToDictionary(
            whole => whole.Key, whole => new TrendCell(whole.Sum(cell => cell.N), whole.Max(cell => cell.Authors), default));
    }

    /// <summary>The grain whose counts are kept, and add up to a grain's.</summary>
    internal static Grain KeptIn(Grain by) => GrainCalendar.Kept.Contains(by) ? by : Grain.Month;

    /// <summary>Whole months, and the weeks of their days, wherever the question starts and ends: else another one would hide other days.</summary>
    internal static List<(DateOnly Start, DateOnly End)> DaysAround(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var (first, end) = (Grain.Month.StartOf(buckets[0].Start), Grain.Month.EndOf(Grain.Month.StartOf(buckets[^1].Start)));
        return [.. Grain.Day.Between(Grain.Week.StartOf(first), Grain.Week.EndOf(Grain.Week.StartOf(end.AddDays(-1))))];
    }

    /// <summary>The start of the bucket that holds an instant.</summary>
    internal static long StartOf(Grain by, long startMs) => UtcDay.ToMs(by.StartOf(UtcDay.FromMs(startMs)));

    private Dictionary<long, (long N, long Authors, bool Hidden)> Judged(Dictionary<long, TrendCell> cells, HashSet<long> more) => cells.ToDictionary(
        cell => cell.Key, cell => (cell.Value.N, cell.Value.Authors, rule.Hides(cell.Value.N, cell.Value.Authors) || more.Contains(cell.Key)));

    /// <summary>What each community of a source said, by the start of the bucket.</summary>
    internal IEnumerable<(long StartMs, List<PlaceCell> Cells)> Places(long source, Grain by, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets) =>
        PlaceCells.Read(
            connection, source, (gateId, scorerId, query.Measure, query.Target), (by, KeptIn(by)),
            (UtcDay.ToMs(buckets[0].Start), UtcDay.ToMs(buckets[^1].End)));
}
