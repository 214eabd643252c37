using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The days of one source's part of a scope: their coverage, the posts read, the last capture. What only earlier scorers measured is not covered.</summary>
internal sealed class SourceDays
{
    private readonly Dictionary<long, (long N, long Held, long? CapturedMs)> _read;
    private readonly Dictionary<long, Lost> _lost;
    private readonly List<Span> _spans;
    private readonly int _communities;
    private readonly long _wait;

    private SourceDays(
        Dictionary<long, (long N, long Held, long? CapturedMs)> read, Dictionary<long, Lost> lost, List<Span> spans, int communities, int provisionalDays)
    {
        _read = read;
        _lost = lost;
        _spans = spans;
        _communities = communities;
        _wait = provisionalDays * UtcDay.Length;
    }

    /// <summary>Loads the days of [from, until), as far as a kind of scorer measured them.</summary>
    public static SourceDays Load(
        SqliteConnection connection, ScopePart part, string kind, (long From, long Until) range, int provisionalDays)
    {
        const string Spans = """
            select spa.from_day_ms as FromMs, spa.until_day_ms as UntilMs, spa.coverage_ppm as Ppm,
                spa.captured_ms as CapturedMs
            from community_range ran
            join coverage_span spa on spa.source_id = ran.source_id and spa.community_id is ran.spans_of
            where ran.source_id = @SourceId and ran.community_id in @Communities
                and spa.from_day_ms < @Until and spa.until_day_ms > @From
            order by spa.from_day_ms, spa.until_day_ms
            """;
        const string LostDays = """
            select los.day_ms as DayMs, sum(los.n) as N, sum((
                select sum(spa.coverage_ppm * los.n / los.scored)
                from coverage_span spa
                where spa.source_id = los.source_id and spa.community_id is ran.spans_of
                    and spa.from_day_ms <= los.day_ms and spa.until_day_ms > los.day_ms)) as Ppm
            from lost_day los
            join community_range ran on ran.source_id = los.source_id and ran.community_id = los.community_id
            where los.source_id = @SourceId and los.day_ms >= @From and los.day_ms < @Until and los.kind = @kind
                and los.community_id in @Communities
            group by los.day_ms
            """;
        var parameters = new { part.SourceId, part.Communities, kind, range.From, range.Until };
        return new(
            Read(connection, part, range),
            connection.Query<Lost>(LostDays, parameters).ToDictionary(day => day.DayMs),
            connection.Query<Span>(Spans, parameters).ToList(),
            part.Communities.Count,
            provisionalDays);
    }

    // A class's days are kept; those of several communities are added up here, which spares the store a sort.
    private static Dictionary<long, (long N, long Held, long? CapturedMs)> Read(SqliteConnection connection, ScopePart part, (long From, long Until) range)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            select day_ms, n, captured_ms, held
            from {(part.Class is null ? "read_day" : "read_class")}
            where source_id = @source and day_ms >= @from and day_ms < @until
                and {(part.Class is null ? "community_id in (select value from json_each(@communities))" : "class = @name")}
            """;
        command.Parameters.AddWithValue("@communities", JsonSerializer.Serialize(part.Communities));
        command.Parameters.AddWithValue("@name", part.Class ?? "");
        command.Parameters.AddWithValue("@source", part.SourceId);
        command.Parameters.AddWithValue("@from", range.From);
        command.Parameters.AddWithValue("@until", range.Until);
        using var rows = command.ExecuteReader();
        var days = new Dictionary<long, (long N, long Held, long? CapturedMs)>();
        while (rows.Read())
        {
            var sofar = days.GetValueOrDefault(rows.GetInt64(0));
            var captured = rows.IsDBNull(2) ? (long?)null : rows.GetInt64(2);
            days[rows.GetInt64(0)] = (
                sofar.N + rows.GetInt64(1), sofar.Held + rows.GetInt64(3), sofar.CapturedMs is null || captured > sofar.CapturedMs ? captured : sofar.CapturedMs);
        }

        return days;
    }

    /// <summary>The facts of consecutive buckets.</summary>
    public IEnumerable<DayFacts> Of(IEnumerable<(DateOnly Start, DateOnly End)> buckets)
    {
        var open = new List<Span>();
        var next = 0;
        foreach (var (start, end) in buckets)
        {
            var (from, until) = (UtcDay.ToMs(start), UtcDay.ToMs(end));
            open.RemoveAll(span => span.UntilMs <= from);
            for (; next < _spans.Count && _spans[next].FromMs < until; next++)
                open.Add(_spans[next]);
            yield return Sum(from, until, open.FindAll(span => span.UntilMs > from));
        }
    }

    private DayFacts Sum(long from, long until, List<Span> spans)
    {
        var covered = spans.Sum(span =>
            span.Ppm * ((Math.Min(span.UntilMs, until) - Math.Max(span.FromMs, from)) / UtcDay.Length));
        var (read, held, young) = (0L, false, false);
        for (var day = from; day < until; day += UtcDay.Length)
        {
            var lost = _lost.GetValueOrDefault(day);
            covered -= lost?.Ppm ?? 0;
            held |= _read.TryGetValue(day, out var known) && (lost is null || lost.N < known.Held);
            read += known.N;
            young |= (known.CapturedMs ?? LastLook(spans, day)) < day + UtcDay.Length + _wait;
        }

        return new(covered, (until - from) / UtcDay.Length * _communities, read, held, young);
    }

    // Null where nobody knows when the day was looked at: unknown is not young.
    private static long? LastLook(List<Span> spans, long day) =>
        spans.Where(span => span.FromMs <= day && span.UntilMs > day).Max(span => span.CapturedMs);

    /// <summary>A day's posts that only earlier scorers measured, and the covered part that goes with them.</summary>
    private sealed class Lost
    {
        public long DayMs { get; init; }
        public long N { get; init; }
        public long? Ppm { get; init; }
    }

    private sealed class Span
    {
        public long FromMs { get; init; }
        public long UntilMs { get; init; }
        public long Ppm { get; init; }
        public long? CapturedMs { get; init; }
    }
}
