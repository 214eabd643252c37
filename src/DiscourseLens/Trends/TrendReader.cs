using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Events;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Answers trend questions from the roll-ups alone, so an answer costs the same however many posts there are.</summary>
/// <param name="database">The store; <see cref="Rollup"/> must have run since it changed.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class TrendReader(LensDatabase database, SeriesOptions? options = null)
{
    // A century of days; more is a slip of the keyboard.
    private const int MaxBuckets = 36_525;

    /// <summary>Reads one series, whatever the query compares; the clock is never asked.</summary>
    /// <exception cref="TrendException">As of <see cref="Answer(TrendQuery, int)"/>.</exception>
    public Trend Read(TrendQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(query with { Compare = null }).Series[0].Trend;
    }

    /// <summary>Reads the series of a query, all from one snapshot; the clock is never asked.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="mostCells">Buckets that the series may have together, 1 to <see cref="TrendAnswer.MostCells"/>.</param>
    /// <exception cref="TrendException">
    /// The store lacks the source, class, community or scorer, or the series have more buckets than can be shown.
    /// </exception>
    public TrendAnswer Answer(TrendQuery query, int mostCells = TrendAnswer.MostCells)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true); // all statements see the same roll-up
        return Answer(connection, options, query, mostCells);
    }

    /// <summary>As of <see cref="Answer(TrendQuery, int)"/>, from a snapshot at hand.</summary>
    internal static TrendAnswer Answer(
        SqliteConnection connection, SeriesOptions? options, TrendQuery query, int mostCells = TrendAnswer.MostCells)
    {
        var scope = TrendScope.Find(connection, query);
        query = scope.Settle(query);
        var scorers = CurrentScorers.Read(connection);
        var gate = Scorer(scorers, "relevance", query.Measure);
        var scorer = Scorer(scorers, query.Measure.Kind(), query.Measure);
        FacetRules.Require(connection, query);
        var buckets = Buckets(connection, scope, query);
        query = OnBorders(query, buckets);
        var store = StoreFacts.Read(connection, options);
        var reading = new SeriesReading(connection, gate, scorer, store, buckets);
        if (query.Compare is null)
        {
            RequireRoom(query, 1, buckets.Count, mostCells);
            return new(query, gate.Text, scorer.Text, [(null, reading.Read(scope, query))], store, []) { Events = EventCatalog.Read(connection) };
        }

        var values = ComparedSeries.Of(connection, query, scope, gate.Id, buckets);
        RequireRoom(query, Math.Min(values.Count, TrendAnswer.MostSeries), buckets.Count, mostCells);
        var series = values.Take(TrendAnswer.MostSeries)
            .Select(value => (value.Value, Query: InRange(value.Query, buckets)))
            .Select(value => ((string?)value.Value, reading.Read(TrendScope.Find(connection, value.Query), value.Query)))
            .ToList();
        var left = values.Skip(TrendAnswer.MostSeries).Select(value => value.Value).ToList();
        return new(query, gate.Text, scorer.Text, series, store, left) { Events = EventCatalog.Read(connection) };
    }

    private static void RequireRoom(TrendQuery query, int series, int buckets, int mostCells)
    {
        if ((long)series * buckets <= mostCells)
            return;
        var asked = query.Compare is { } by
            ? $"compare '{by.ToString().ToLowerInvariant()}' asks for {series} series of {buckets} buckets by {query.By.Text()}, {(long)series * buckets} in all"
            : $"from and until ask for {buckets} buckets by {query.By.Text()}";
        throw new TrendException(TrendTrouble.Query, $"{asked}, and this form holds at most {mostCells}; take a shorter range or a longer bucket.");
    }

    // Days that ask for the same buckets are told alike, as far as days can be asked for.
    private static TrendQuery OnBorders(TrendQuery query, List<(DateOnly Start, DateOnly End)> buckets) => buckets.Count == 0 ? query : query with
    {
        From = query.From is null ? null : buckets[0].Start,
        Until = query.Until is null ? null : buckets[^1].End < QueryDay.Last ? buckets[^1].End : QueryDay.Last,
    };

    // All series of an answer have the same buckets, and each one's own query gives them again.
    private static TrendQuery InRange(TrendQuery query, List<(DateOnly Start, DateOnly End)> buckets) => buckets.Count == 0
        ? query
        : query with { From = query.From ?? buckets[0].Start, Until = query.Until ?? buckets[^1].End };

    private static List<(DateOnly Start, DateOnly End)> Buckets(
        SqliteConnection connection, TrendScope scope, TrendQuery query)
    {
        const string Sql = """
            select min(from_day_ms) as FromMs, max(until_day_ms) as UntilMs
            from community_range
            where source_id in @SourceIds and community_id in @Communities
            """;
        var known = connection.QuerySingle<Edges>(Sql, new { scope.SourceIds, scope.Communities });
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
