using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Answers trend questions from the roll-ups alone, so an answer costs the same however many posts there are.</summary>
/// <param name="database">The store; <see cref="Rollup"/> must have run since it changed.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class TrendReader(LensDatabase database, SeriesOptions? options = null)
{
    // A century of days; more is a slip of the keyboard and would only fill the memory.
    private const int MaxBuckets = 36_525;

    /// <summary>Reads one series; the clock is never asked.</summary>
    /// <exception cref="TrendException">
    /// The store lacks the source, community or scorer, or the range has more buckets than can be shown.
    /// </exception>
    public Trend Read(TrendQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true); // all statements see the same roll-up
        var scope = TrendScope.Find(connection, query);
        query = query with { Source = scope.Source };
        var scorers = CurrentScorers.Read(connection);
        var gate = Scorer(scorers, "relevance", query.Measure);
        var scorer = Scorer(scorers, query.Measure.Kind(), query.Measure);
        var limits = options ?? StoredLimits.Read(connection);
        var buckets = Buckets(connection, scope, query);
        var cells = new TrendCells(connection, scope, query, gate.Id, scorer.Id);
        var facts = Facts(connection, scope, buckets, limits);
        var shown = Show(buckets, facts, cells, query.Measure, limits.Suppression);
        var pairs = new AuthorPairs(connection, scope, query.Target, gate.Id, scorer.Id);
        var headline = TrendHeadline.Of(query, shown, Compare(query.Measure, shown, facts, pairs));
        return new(query, gate.Text, scorer.Text, shown, headline, query.Measure.Mark());
    }

    private static Difference? Compare(Measure measure, List<TrendBucket> shown, List<DayFacts> facts, AuthorPairs pairs)
    {
        if (measure.IsStance() || TrendHeadline.Compared(shown) is not var (first, last))
            return null;
        var sums = pairs.Sums([new(shown[first].Start, shown[first].End)], [new(shown[last].Start, shown[last].End)]);
        return DifferenceEstimator.Of(measure, sums, (facts[first].Read, facts[last].Read));
    }

    private static List<TrendBucket> Show(
        List<(DateOnly Start, DateOnly End)> buckets, List<DayFacts> facts, TrendCells cells, Measure measure,
        SuppressionRule rule)
    {
        if (buckets.Count == 0)
            return [];
        var said = cells.Read(buckets, facts.ConvertAll(fact => fact.Read));
        return buckets.Zip(facts, (bucket, fact) =>
            Show(bucket, fact, said.GetValueOrDefault(UtcDay.ToMs(bucket.Start)), measure, rule)).ToList();
    }

    private static TrendBucket Show(
        (DateOnly Start, DateOnly End) bucket, DayFacts fact, TrendCell? cell, Measure measure, SuppressionRule rule)
    {
        var (n, authors) = (cell?.N ?? 0, cell?.Authors ?? 0);
        var hidden = rule.Hides(n, authors);
        var state = fact.State(n);
        var nothing = measure == Measure.Volume && state != BucketState.Missing ? 0.0 : (double?)null;
        var estimate = hidden ? default : cell?.Estimate ?? new(nothing, null, null);
        return new(
            bucket.Start, bucket.End, state, fact.Coverage,
            ShownCount.Of(n, rule.MinPosts, hidden), ShownCount.Of(authors, rule.MinAuthors, hidden),
            estimate.Value, estimate.Low, estimate.High, measure.Mark(), hidden);
    }

    private static List<DayFacts> Facts(
        SqliteConnection connection, TrendScope scope, List<(DateOnly Start, DateOnly End)> buckets, SeriesOptions limits)
    {
        if (buckets.Count == 0)
            return [];
        var range = (UtcDay.ToMs(buckets[0].Start), UtcDay.ToMs(buckets[^1].End));
        return DayLedger.Load(connection, scope, range, limits.ProvisionalDays).Of(buckets).ToList();
    }

    private static List<(DateOnly Start, DateOnly End)> Buckets(
        SqliteConnection connection, TrendScope scope, TrendQuery query)
    {
        const string Sql = """
            select min(from_day_ms) as FromMs, max(until_day_ms) as UntilMs
            from community_range
            where source_id = @SourceId and community_id in @Communities
            """;
        var known = connection.QuerySingle<Edges>(Sql, new { scope.SourceId, scope.Communities });
        var from = query.From ?? Day(known.FromMs);
        var until = query.Until ?? Day(known.UntilMs);
        if (from is null || until is null)
            return [];
        var buckets = query.By.Between(from.Value, until.Value).Take(MaxBuckets + 1).ToList();
        return buckets.Count <= MaxBuckets
            ? buckets
            : throw new TrendException(
                TrendTrouble.Query,
                $"from '{from:O}' until '{until:O}' makes more than {MaxBuckets} buckets by {query.By.Text()}; take a shorter range or a longer bucket.");
    }

    /// <summary>The scorer of a kind in use.</summary>
    /// <exception cref="TrendException">There is none.</exception>
    internal static CurrentScorer Scorer(CurrentScorers scorers, string kind, Measure measure) =>
        scorers.Find(kind) ?? throw new TrendException(
            TrendTrouble.NotReady,
            $"measure '{measure.Text()}' needs {kind} scores and the store has none; run `discourselens score` first.");

    private static DateOnly? Day(long? ms) => ms is { } known ? UtcDay.FromMs(known) : null;

    private sealed class Edges
    {
        public long? FromMs { get; init; }
        public long? UntilMs { get; init; }
    }
}
