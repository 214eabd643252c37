using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Suppression;

namespace DiscourseLens.Trends.Changes;

/// <summary>Compares two intervals of one series, from the roll-ups alone.</summary>
/// <param name="database">The store; <see cref="Rollup"/> must have run since it changed.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class ChangeReader(LensDatabase database, SeriesOptions? options = null)
{
    /// <summary>Reads both intervals and compares their covered days.</summary>
    /// <exception cref="TrendException">
    /// The store lacks the source, community or scorer, or no day of an interval is covered in full.
    /// </exception>
    public Change Read(ChangeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true); // all statements see the same roll-up
        var scope = TrendScope.Find(connection, query.Series);
        var measure = query.Series.Measure;
        var scorers = CurrentScorers.Read(connection);
        var gate = TrendReader.Scorer(scorers, "relevance", measure);
        var scorer = TrendReader.Scorer(scorers, measure.Kind(), measure);
        var limits = options ?? StoredLimits.Read(connection);
        var a = IntervalFacts.Load(connection, scope, measure.Kind(), query.A, limits.ProvisionalDays);
        var b = IntervalFacts.Load(connection, scope, measure.Kind(), query.B, limits.ProvisionalDays);
        var days = MatchedDays.Of(a.IsCovered, b.IsCovered);
        var (daysA, daysB) = (Taken("a", query.A, days.A), Taken("b", query.B, days.B));
        var authors = new AuthorPairs(connection, scope, query.Series.Target, gate.Id, scorer.Id).Read(daysA, daysB);
        var hidden = new IntervalHiding(connection, scope, (gate.Id, scorer.Id, query.Series.Target), DayPacks.LayoutOf(measure.Kind()), limits.Suppression)
            .Of(daysA, daysB);
        query = query with { Series = scope.Settle(query.Series) };
        return ChangeEstimate.Of(query, gate.Text, scorer.Text, (a, b), days, authors, hidden,
            ScorerBreaks.Read(connection, scope, query.Series, (gate.Id, scorer.Id), limits.Suppression), limits.Suppression);
    }

    private static List<DayRun> Taken(string key, DayRun interval, IReadOnlyList<int> places) => places.Count > 0
        ? MatchedDays.Runs(interval.From, places)
        : throw new TrendException(
            TrendTrouble.Query,
            $"{key} '{ChangeQuery.Text(interval)}' has no day covered in full that can be compared; take another interval, or declare at import what the archives cover (--covers).");
}
