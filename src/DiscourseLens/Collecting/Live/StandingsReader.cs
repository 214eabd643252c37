using Dapper;
using DiscourseLens.Collecting.Revisiting;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>Reads from the ledger how every source that was ever collected stands.</summary>
/// <param name="database">The store.</param>
/// <param name="time">Says what is past.</param>
public sealed class StandingsReader(LensDatabase database, TimeProvider time)
{
    private const long HourMs = 3_600_000;
    private const long WeekMs = 7 * 24 * HourMs;

    /// <summary>All sources, in the order of their names.</summary>
    public IReadOnlyList<SourceStanding> Read()
    {
        const string Sql = """
            select s.name as Name, s.kind as Kind, o.name as Origin, s.stopped as Stopped, s.tight_ms as TightMs, w.state as State, w.updated_ms as UpdatedMs,
                w.not_before_ms as NotBeforeMs, w.error as Error
            from live_source s
            join archive_file f on f.id = s.file_id
            join source o on o.id = f.source_id
            left join work w on w.kind = @Kind and w.key = s.name
            order by s.name
            """;
        using var connection = database.ConnectReadOnly();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var places = PlacesOf(connection, now);
        return [.. connection.Query<SourceRow>(Sql, new { LiveWork.Kind }).ToList()
            .Select(row => row.ToStanding(now, [.. places[row.Name]], RevisitLedger.Status(connection, row.Origin, now)))];
    }

    private static ILookup<string, PlaceStanding> PlacesOf(SqliteConnection connection, long nowMs)
    {
        const string Sql = """
            select p.id as Id, s.name as Source, p.name as Name, c.name as Community, p.next_ms as NextMs, p.window_until_ms as WindowUntilMs,
                p.worked_ms as WorkedMs, p.unavailable as Unavailable, p.retry_ms as RetryMs, p.hourly as Hourly, p.capacity as Capacity,
                a.direction as Direction, a.day_ms as DayMs, a.n as N, a.usual as Usual
            from live_place p join live_source s on s.id = p.live_source_id left join community c on c.id = p.community_id
            left join volume_alarm a on a.place_id = p.id and a.ended_day_ms is null
            order by p.name
            """;
        var last = LastOf(connection);
        var weeks = WeeksOf(connection, nowMs);
        return connection.Query<PlaceRow>(Sql).ToLookup(row => row.Source, row => row.ToStanding(
            last.GetValueOrDefault(row.Id)?.ToStanding(), weeks.GetValueOrDefault(row.Id)?.ToStanding() ?? WeekStanding.None));
    }

    private static Dictionary<long, WindowRow> LastOf(SqliteConnection connection)
    {
        const string Sql = """
            with last as (select place_id, max(until_ms) as until_ms from live_window where captured_ms is not null group by place_id)
            select w.place_id as PlaceId, min(w.from_ms) as FromMs, w.until_ms as UntilMs,
                max(case w.state when 'complete' then 0 when 'partial' then 1 when 'truncated' then 2 when 'failed' then 3 else 4 end) as State,
                iif(count(w.expected) = count(*), sum(w.expected), null) as Expected, sum(w.fetched) as Fetched, sum(w.rejected) as Rejected,
                max(w.reason) as Reason
            from last l join live_window w on w.place_id = l.place_id and w.until_ms = l.until_ms and w.captured_ms is not null
            group by w.place_id, w.until_ms
            """;
        return connection.Query<WindowRow>(Sql).ToDictionary(row => row.PlaceId);
    }

    private static Dictionary<long, WeekRow> WeeksOf(SqliteConnection connection, long nowMs)
    {
        const string Sql = """
            select place_id as PlaceId, sum(fetched) as Fetched, sum(rejected) as Rejected,
                coalesce(sum(iif(state = 'truncated', max(0, expected - fetched), 0)), 0) as Truncated,
                sum(iif(state = 'truncated', until_ms - max(from_ms, @since), 0)) as TruncatedMs,
                sum(iif(state in ('missing', 'failed'), until_ms - max(from_ms, @since), 0)) as MissingMs
            from live_window where until_ms > @since group by place_id
            """;
        return connection.Query<WeekRow>(Sql, new { since = nowMs - WeekMs }).ToDictionary(row => row.PlaceId);
    }

    private static DateTimeOffset? Instant(long? ms) => ms is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    private sealed class SourceRow
    {
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Origin { get; init; } = "";
        public string? Stopped { get; init; }
        public long? TightMs { get; init; }
        public string? State { get; init; }
        public long? UpdatedMs { get; init; }
        public long? NotBeforeMs { get; init; }
        public string? Error { get; init; }

        public SourceStanding ToStanding(long nowMs, IReadOnlyList<PlaceStanding> places, RevisitStatus revisits) => new(
            Name, Kind, Origin, State, Instant(UpdatedMs), State == "ready" && NotBeforeMs > nowMs ? Instant(NotBeforeMs) : null,
            Stopped ?? (State is "ready" or "failed" ? Error : null), Stopped is not null, places, revisits, Instant(TightMs));
    }

    private sealed class PlaceRow
    {
        public long Id { get; init; }
        public string Source { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Community { get; init; }
        public long NextMs { get; init; }
        public long? WindowUntilMs { get; init; }
        public long WorkedMs { get; init; }
        public string? Unavailable { get; init; }
        public long? RetryMs { get; init; }
        public double? Hourly { get; init; }
        public long? Capacity { get; init; }
        public string? Direction { get; init; }
        public long DayMs { get; init; }
        public long N { get; init; }
        public double Usual { get; init; }

        public PlaceStanding ToStanding(WindowStanding? last, WeekStanding week) => new(
            Name, Community, DateTimeOffset.FromUnixTimeMilliseconds(NextMs), WindowUntilMs is not null, Instant(WorkedMs == 0 ? null : WorkedMs),
            Unavailable, Instant(RetryMs), last, week)
        {
            Hourly = Hourly,
            Capacity = Capacity,
            Alarm = Direction is null ? null : new(Direction, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(DayMs).UtcDateTime), N, Usual),
        };
    }

    private sealed class WindowRow
    {
        public long PlaceId { get; init; }
        public long FromMs { get; init; }
        public long UntilMs { get; init; }
        public long State { get; init; }
        public long? Expected { get; init; }
        public long Fetched { get; init; }
        public long Rejected { get; init; }
        public string? Reason { get; init; }

        public WindowStanding ToStanding() => new(
            DateTimeOffset.FromUnixTimeMilliseconds(FromMs), DateTimeOffset.FromUnixTimeMilliseconds(UntilMs),
            CoverageWindow.States[(int)State], Expected, Fetched, Rejected, Reason);
    }

    private sealed class WeekRow
    {
        public long PlaceId { get; init; }
        public long Fetched { get; init; }
        public long Rejected { get; init; }
        public long Truncated { get; init; }
        public long TruncatedMs { get; init; }
        public long MissingMs { get; init; }

        public WeekStanding ToStanding() => new(Fetched, Rejected, Truncated, TruncatedMs / (double)HourMs, MissingMs / (double)HourMs);
    }
}
