using Dapper;
using DiscourseLens.Collecting.Live;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Watching;

/// <summary>Judges the days that a place has settled since it was last looked at. Days that are not complete are no history and are not judged.</summary>
internal sealed class VolumeWatch(SqliteConnection connection, long fileId)
{
    private const long DayMs = Archives.FileTally.DayMs;

    /// <summary>Judges what is new of a place, inside the open transaction; returns what began or ended.</summary>
    public IReadOnlyList<VolumeEvent> Look(LivePlaceRow at, SourcePlace place, long nowMs)
    {
        if (at.CommunityId is null)
            return [];
        var until = at.NextMs / DayMs * DayMs;
        var from = Math.Max(Judged(at.Id) ?? until - DayMs, until - (VolumeRule.LongestHistory * DayMs));
        var days = from < until ? Complete(at, place, from - (VolumeRule.LongestHistory * DayMs), until) : [];
        var events = new List<VolumeEvent>();
        for (var day = from; day < until; day += DayMs)
        {
            if (days.TryGetValue(day, out var n) && VolumeRule.Judge(Before(days, day), n) is { } verdict && Note(at.Id, day, n, verdict, nowMs))
                events.Add(new(place.Name, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(day).UtcDateTime), verdict.Direction, n, verdict.Usual));
        }

        connection.Execute("update live_place set judged_ms = @until where id = @Id", new { at.Id, until });
        return events;
    }

    private long? Judged(long placeId) => connection.ExecuteScalar<long?>("select judged_ms from live_place where id = @placeId", new { placeId });

    private static List<long> Before(Dictionary<long, long> days, long day) =>
        [.. days.Where(pair => pair.Key < day && pair.Key >= day - (VolumeRule.LongestHistory * DayMs)).Select(pair => pair.Value)];

    /// <summary>Posts of each day that was collected whole.</summary>
    private Dictionary<long, long> Complete(LivePlaceRow at, SourcePlace place, long from, long until)
    {
        const string Windows = """
            select from_ms as FromMs, until_ms as UntilMs from live_window
            where place_id = @Id and state = 'complete' and from_ms < @until and until_ms > @from
            """;
        const string Counts = """
            select day_ms as DayMs, sum(n) as N from archive_count
            where file_id = @fileId and community_id = @CommunityId and kind in @kinds and day_ms >= @from and day_ms < @until group by day_ms
            """;
        var covered = new Dictionary<long, long>();
        foreach (var window in connection.Query<LiveWindow>(Windows, new { at.Id, from, until }))
        {
            for (var day = Math.Max(from, window.FromMs / DayMs * DayMs); day < Math.Min(until, window.UntilMs); day += DayMs)
                covered[day] = covered.GetValueOrDefault(day) + Math.Min(window.UntilMs, day + DayMs) - Math.Max(window.FromMs, day);
        }

        var kinds = place.Kinds.Select(kind => kind.ToColumn()).ToList();
        var counts = connection.Query<DayRow>(Counts, new { fileId, at.CommunityId, kinds, from, until }).ToDictionary(row => row.DayMs, row => row.N);
        return covered.Where(pair => pair.Value == DayMs * kinds.Count).ToDictionary(pair => pair.Key, pair => counts.GetValueOrDefault(pair.Key));
    }

    /// <summary>Keeps the alarms; true where one begins or ends.</summary>
    private bool Note(long placeId, long day, long n, VolumeVerdict verdict, long nowMs)
    {
        const string Open = "select direction from volume_alarm where place_id = @placeId and ended_day_ms is null";
        const string End = "update volume_alarm set ended_day_ms = @day where place_id = @placeId and ended_day_ms is null";
        const string Raise = "insert into volume_alarm (place_id, day_ms, direction, n, usual, raised_ms) values (@placeId, @day, @direction, @n, @Usual, @nowMs)";
        var open = connection.ExecuteScalar<string?>(Open, new { placeId });
        var direction = verdict.Direction switch { VolumeDirection.Low => "low", VolumeDirection.High => "high", _ => null };
        if (open == direction)
            return false;
        connection.Execute(End, new { placeId, day });
        if (direction is not null)
            connection.Execute(Raise, new { placeId, day, direction, n, verdict.Usual, nowMs });
        return true;
    }

    private sealed class DayRow
    {
        public long DayMs { get; init; }
        public long N { get; init; }
    }
}
