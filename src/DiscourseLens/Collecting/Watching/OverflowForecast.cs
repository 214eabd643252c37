using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Watching;

/// <summary>
/// When a listing that shows only its newest entries fills up. A place's rate is that of its last window and a sigma of chance more, or
/// four fifths of the rate before where that is higher: a burst counts at once and is forgotten over some runs.
/// </summary>
internal static class OverflowForecast
{
    private const double Memory = 0.8;
    private const double SafePart = 0.5; // the other half is for bursts, and for entries that were removed

    /// <summary>The rate after a window.</summary>
    /// <param name="before">The rate before, posts an hour; null before the first window.</param>
    /// <param name="posts">Posts of the window, those that overflowed included.</param>
    /// <param name="length">How long it was.</param>
    public static double Rate(double? before, long posts, TimeSpan length) =>
        Math.Max((posts + Math.Sqrt(posts)) / Math.Max(length.TotalHours, 1 / 60.0), Memory * (before ?? 0));

    /// <summary>Time in which so many come as may come between two runs; null where none come.</summary>
    /// <param name="hourly">Posts an hour.</param>
    /// <param name="capacity">Entries that the listing is sure to show.</param>
    public static TimeSpan? SafeFor(double hourly, long capacity) =>
        hourly <= 0 || SafePart * capacity / hourly is var hours && hours > TimeSpan.FromDays(365).TotalHours ? null : TimeSpan.FromHours(SafePart * capacity / hourly);

    /// <summary>Notes the rate of a place whose window ends.</summary>
    public static void Note(SqliteConnection connection, long placeId, int? capacity, long posts, TimeSpan length)
    {
        if (capacity is null)
            return;
        var before = connection.ExecuteScalar<double?>("select hourly from live_place where id = @placeId", new { placeId });
        connection.Execute("update live_place set hourly = @hourly, capacity = @capacity where id = @placeId", new { placeId, capacity, hourly = Rate(before, posts, length) });
    }

    /// <summary>Notes when the source should run next at the latest, as all of its listings have it.</summary>
    /// <param name="connection">The store, in a transaction.</param>
    /// <param name="liveSourceId">The source.</param>
    /// <param name="tightest">Least time between two runs that the settings allow; null where its schedule alone holds.</param>
    /// <param name="nowMs">Now.</param>
    public static void Plan(SqliteConnection connection, long liveSourceId, TimeSpan? tightest, long nowMs)
    {
        const string Sql = "select hourly as Hourly, capacity as Capacity from live_place where live_source_id = @liveSourceId and hourly is not null and capacity is not null";
        var safe = connection.Query<Row>(Sql, new { liveSourceId }).Min(row => SafeFor(row.Hourly, row.Capacity));
        var wait = tightest is null || safe is null ? null : safe > tightest ? safe : tightest;
        connection.Execute("update live_source set tight_ms = @tightMs where id = @liveSourceId",
            new { liveSourceId, tightMs = wait is { } span ? nowMs + (long)span.TotalMilliseconds : (long?)null });
    }

    private sealed class Row
    {
        public double Hourly { get; init; }
        public long Capacity { get; init; }
    }
}
