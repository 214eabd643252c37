using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Statistics;
using DiscourseLens.Trends.Suppression;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads the series of one answer: the same buckets, scorers and limits for all of them.</summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="gate">The relevance scorer.</param>
/// <param name="scorer">The measure's scorer.</param>
/// <param name="store">What is provisional and what is suppressed, and the store's "now".</param>
/// <param name="buckets">Consecutive buckets.</param>
internal sealed class SeriesReading(
    SqliteConnection connection, CurrentScorer gate, CurrentScorer scorer, StoreFacts store,
    IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
{
    private readonly SeriesOptions _limits = store.Limits;

    /// <summary>Reads one series.</summary>
    public Trend Read(TrendScope scope, TrendQuery query)
    {
        var facts = Facts(scope, query.Measure.Kind());
        if (query.Facet is { Kind: FacetKind.Age } && buckets.Count > 0)
            facts = new AgeFacts(connection, scope, query, gate.Id, store.AsOf).Of(buckets, facts);
        var shown = buckets.Count == 0 ? [] : Show(scope, query, facts);
        var pairs = new AuthorPairs(connection, scope, query.Target, gate.Id, scorer.Id, query.Weight, query.Facet);
        var breaks = ScorerBreaks.Read(connection, scope, query, (gate.Id, scorer.Id), _limits.Suppression);
        return new(query, gate.Text, scorer.Text, shown, TrendHeadline.Of(query, shown, Compare(query, shown, facts, pairs)), query.Measure.Mark(), [.. breaks.Select(each => each.Note())]);
    }

    private static Difference? Compare(TrendQuery query, List<TrendBucket> shown, List<DayFacts> facts, AuthorPairs pairs)
    {
        if (query.Measure.IsStance() || TrendHeadline.Compared(shown) is not var (first, last))
            return null;
        var sums = pairs.Sums([new(shown[first].Start, shown[first].End)], [new(shown[last].Start, shown[last].End)]);
        return DifferenceEstimator.Of(
            query.Measure, sums, (facts[first].Read, facts[last].Read), (TrendHeadline.Days(shown[first]), TrendHeadline.Days(shown[last])));
    }

    private List<DayFacts> Facts(TrendScope scope, string kind)
    {
        if (buckets.Count == 0)
            return [];
        var range = (UtcDay.ToMs(buckets[0].Start), UtcDay.ToMs(buckets[^1].End));
        return DayLedger.Load(connection, scope, kind, range, _limits.ProvisionalDays).Of(buckets).ToList();
    }

    private List<TrendBucket> Show(TrendScope scope, TrendQuery query, List<DayFacts> facts)
    {
        var cells = new TrendCells(connection, scope, query, gate.Id, scorer.Id);
        var said = cells.Read(buckets, facts.ConvertAll(fact => fact.Read));
        var more = query.Facet is null
            ? new CellHiding(connection, query, gate.Id, scorer.Id, _limits.Suppression).More(scope, query.By, buckets, said)
            : new FacetHiding(connection, query, (gate.Id, scorer.Id), _limits.Suppression).More(scope, query.By, buckets);
        var shown = buckets.Zip(facts, (bucket, fact) =>
            Show(bucket, fact, said.GetValueOrDefault(UtcDay.ToMs(bucket.Start)), query.Measure, more)).ToList();
        return query.Details ? Detailed(shown, cells, query, facts) : shown;
    }

    private TrendBucket Show(
        (DateOnly Start, DateOnly End) bucket, DayFacts fact, TrendCell? cell, Measure measure, HashSet<long> more)
    {
        var rule = _limits.Suppression;
        var (n, authors) = (cell?.N ?? 0, cell?.Authors ?? 0);
        var small = rule.Hides(n, authors);
        var untold = !small && n > 0 && more.Contains(UtcDay.ToMs(bucket.Start));
        var state = fact.State(n);
        var nothing = measure == Measure.Volume && state != BucketState.Missing ? 0.0 : (double?)null;
        var estimate = small || untold ? default : cell?.Estimate ?? new(nothing, null, null);
        return new(
            bucket.Start, bucket.End, state, fact.Coverage,
            ShownCount.Of(n, rule.MinPosts, small, untold), ShownCount.Of(authors, rule.MinAuthors, small, untold),
            estimate.Value, estimate.Low, estimate.High, measure.Mark(), small || untold);
    }

    private List<TrendBucket> Detailed(List<TrendBucket> shown, TrendCells cells, TrendQuery query, List<DayFacts> facts)
    {
        var places = shown.Select((bucket, at) => (Start: UtcDay.ToMs(bucket.Start), at)).ToDictionary(pair => pair.Start, pair => pair.at);
        foreach (var bucket in InRuns(cells.Authors(buckets)))
        {
            var at = places[bucket.StartMs];
            if (!shown[at].Suppressed)
                shown[at] = shown[at] with { Concentration = Concentration.Of(query.Measure, query.Weight, bucket.Authors, facts[at].Read)?.Coarse(query.Measure, query.Weight, bucket.Authors.Count) };
        }

        return shown;
    }

    private static IEnumerable<(long StartMs, List<AuthorSum> Authors)> InRuns(IEnumerable<(long StartMs, AuthorSum Author)> rows)
    {
        var (start, authors) = (0L, new List<AuthorSum>());
        foreach (var row in rows)
        {
            if (row.StartMs != start && authors.Count > 0)
            {
                yield return (start, authors);
                authors = [];
            }

            start = row.StartMs;
            authors.Add(row.Author);
        }

        if (authors.Count > 0)
            yield return (start, authors);
    }
}
