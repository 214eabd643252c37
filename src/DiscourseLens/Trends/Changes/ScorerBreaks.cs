using System.Text.Json;
using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Changes;

/// <summary>Finds the earlier scorer versions of a series and links them to the one in use.</summary>
internal static class ScorerBreaks
{
    // Sums of earlier versions keep posts that were deleted since: over few posts, the two sums would tell of a single one.
    private const int TimesFewest = 10;

    /// <summary>As below, of a series by itself.</summary>
    public static IReadOnlyList<ScorerBreak> Read(LensDatabase database, TrendQuery series, SeriesOptions? options)
    {
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var scorers = CurrentScorers.Read(connection);
        var current = (TrendReader.Scorer(scorers, "relevance", series.Measure).Id, TrendReader.Scorer(scorers, series.Measure.Kind(), series.Measure).Id);
        return Read(connection, TrendScope.Find(connection, series), series, current, (options ?? StoredLimits.Read(connection)).Suppression);
    }

    /// <summary>The breaks, oldest scorer first; none where one version measured everything.</summary>
    public static IReadOnlyList<ScorerBreak> Read(
        SqliteConnection connection, TrendScope scope, TrendQuery series, (long Gate, long Scorer) current, SuppressionRule rule)
    {
        var others = Versions(connection, scope, series).Where(each => (each.GateId, each.ScorerId) != current).ToList();
        if (others.Count == 0)
            return [];
        var now = Days(connection, scope, series.Target, current);
        return others.ConvertAll(each => Link(each, series.Measure, Days(connection, scope, series.Target, (each.GateId, each.ScorerId)), now, series.Facet is null ? rule : null));
    }

    /// <summary>Writes the member <c>breaks</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<ScorerBreak> breaks)
    {
        json.WriteStartArray("breaks");
        foreach (var each in breaks)
        {
            json.WriteStartObject();
            json.WriteString("gate", each.Gate);
            json.WriteString("scorer", each.Scorer);
            json.WriteString("from", each.From is { } from ? UtcDay.Text(from) : null);
            json.WriteString("until", each.Until is { } until ? UtcDay.Text(until) : null);
            json.WriteNumber("days", each.Days);
            json.WriteNumber("days_before_only", each.DaysBeforeOnly);
            json.WriteNullable("n_before", each.NBefore);
            json.WriteNullable("n", each.N);
            json.WriteNullable("shift", each.Shift);
            json.WriteNullable("factor", each.Factor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ScorerBreak Link(
        Version version, Measure measure, Dictionary<long, DaySum> before, Dictionary<long, DaySum> now, SuppressionRule? rule)
    {
        var both = before.Keys.Where(now.ContainsKey).Order().ToList();
        var (n1, n2) = (both.Sum(day => before[day].N), both.Sum(day => now[day].N));
        // Of earlier versions only the sums of all posts are kept, and those say nothing of a part.
        var told = rule is not null && Math.Min(n1, n2) >= (long)TimesFewest * rule.MinPosts;
        double? shift = told && measure == Measure.Sentiment
            ? Math.Round(both.Sum(day => now[day].Sum) / n2 - both.Sum(day => before[day].Sum) / n1, 2) + 0.0
            : null;
        return new(
            version.Gate, version.Scorer,
            both.Count > 0 ? UtcDay.FromMs(both[0]) : null, both.Count > 0 ? UtcDay.FromMs(both[^1]).AddDays(1) : null,
            both.Count, before.Count - both.Count, told ? Rounded(n1, rule!) : null, told ? Rounded(n2, rule!) : null, shift,
            told && measure != Measure.Sentiment ? Math.Round((double)n2 / n1, 2) : null);
    }

    // So that the sums of two unions of communities do not tell how little a small one said.
    private static long Rounded(long n, SuppressionRule rule) => (long)Math.Round((double)n / rule.MinPosts, MidpointRounding.AwayFromZero) * rule.MinPosts;

    private static List<Version> Versions(SqliteConnection connection, TrendScope scope, TrendQuery series)
    {
        const string Sql = """
            select distinct ser.gate_id as GateId, ser.scorer_id as ScorerId,
                gat.name || '/' || gat.version || '/' || substr(gat.hash, 1, 8) as Gate,
                sco.name || '/' || sco.version || '/' || substr(sco.hash, 1, 8) as Scorer
            from series ser
            join scorer gat on gat.id = ser.gate_id
            join scorer sco on sco.id = ser.scorer_id
            where ser.source_id in @SourceIds and ser.community_id in @Communities and ser.target = @Target and ser.day_rows > 0
                and sco.kind = @Kind
            order by ser.gate_id, ser.scorer_id
            """;
        return connection.Query<Version>(Sql, new { scope.SourceIds, scope.Communities, series.Target, Kind = series.Measure.Kind() }).ToList();
    }

    private static Dictionary<long, DaySum> Days(SqliteConnection connection, TrendScope scope, string target, (long Gate, long Scorer) version)
    {
        var sql = $"""
            select cal.start_ms as DayMs, sum(day.n) as N, sum(day.value_sum) as Sum
            from calendar cal
            cross join series_day day on day.source_id in @SourceIds and day.day_ms = cal.start_ms and day.gate_id = @Gate
                and day.scorer_id = @Scorer and day.target = @target
                {(scope.Communities is [0] ? "" : "and day.community_id in @Communities")}
            where cal.grain = 'day'
            group by cal.start_ms
            """;
        return connection.Query<DaySum>(sql, new { scope.SourceIds, scope.Communities, target, version.Gate, version.Scorer })
            .ToDictionary(day => day.DayMs);
    }

    private sealed class Version
    {
        public long GateId { get; init; }
        public long ScorerId { get; init; }
        public string Gate { get; init; } = "";
        public string Scorer { get; init; } = "";
    }

    private sealed class DaySum
    {
        public long DayMs { get; init; }
        public long N { get; init; }
        public double Sum { get; init; }
    }
}
