using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Frozen;

/// <summary>Reads everything a snapshot holds from one state of the store.</summary>
internal static class FrozenReader
{
    private static readonly Measure[] s_measures =
        [Measure.Volume, Measure.Share, Measure.Sentiment, Measure.Favor, Measure.Against, Measure.Neutral];

    /// <summary>Reads the content; limits are those of the last roll-up, so that the same store gives the same snapshot.</summary>
    /// <exception cref="TrendException">The store lacks the source, class or community, or nothing is scored.</exception>
    public static FrozenContent Read(LensDatabase database, TrendQuery query)
    {
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var limits = StoredLimits.Read(connection);
        var scorers = Scorers(connection);
        var measures = s_measures.Where(measure => scorers.Exists(scorer => scorer.Kind == measure.Kind())).ToList();
        if (measures.Count == 0)
            throw new TrendException(TrendTrouble.NotReady, "The store has no scores, so there is nothing to freeze; run `discourselens score` first.");
        var asked = query with { Sources = TrendScope.Find(connection, query).Sources };
        var series =
            from measure in measures
            from target in TrendQuery.Targets
            select TrendReader.Answer(connection, limits, asked with { Measure = measure, Target = target }).Series[0].Trend;
        return new(asked, AsOf(connection), StudyText(connection, "name"), StudyText(connection, "notice"), limits, scorers, series.ToList());
    }

    private static List<FrozenScorer> Scorers(SqliteConnection connection) => connection.Query<Row>(
        "select kind as Kind, name as Name, version as Version, hash as Hash from scorer where current = 1 order by kind, name, version, hash")
        .Select(row => new FrozenScorer(row.Kind, row.Name, row.Version, row.Hash)).ToList();

    private static DateTimeOffset? AsOf(SqliteConnection connection) => connection.ExecuteScalar<long?>(
        "select max(captured_ms) from (select captured_ms from read_day union all select captured_ms from coverage_span)") is { } ms
        ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
        : null;

    private static string? StudyText(SqliteConnection connection, string name) => connection.QuerySingleOrDefault<string?>(
        "select nullif(trim(value), '') from study where name = @name", new { name });

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public string Name { get; init; } = "";
        public string Version { get; init; } = "";
        public string Hash { get; init; } = "";
    }
}
