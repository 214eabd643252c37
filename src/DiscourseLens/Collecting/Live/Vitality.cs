using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>Tells a dead source from a quiet one, when a window was read to its end and nothing at all was shown.</summary>
internal static class Vitality
{
    private const double SurelySome = 10; // of a Poisson mean of 10, none comes once in 22,000 times
    private const long RateSpan = 30 * Archives.FileTally.DayMs;

    /// <summary>Why the silence is not believed; null for a quiet place.</summary>
    public static string? LooksDead(SqliteConnection connection, LivePlaceRow at, SourcePlace place, DateTimeOffset now)
    {
        var (posts, span) = Recent(connection, at);
        if (posts == 0)
            return null;
        if (place.ShowsEarlier)
            return $"{place.Name} shows nothing, not even posts that it showed before: it is dead or hidden, not quiet";
        var expected = posts / (double)span * (Math.Min(at.WindowUntilMs!.Value, now.ToUnixTimeMilliseconds()) - at.OverlapMs!.Value); // under way
        return expected < SurelySome ? null : string.Create(CultureInfo.InvariantCulture,
            $"{place.Name} shows nothing where about {expected:0} posts were to be expected: it is dead or hidden, not quiet");
    }

    /// <summary>Posts of the last settled month, and how long it was in milliseconds.</summary>
    private static (long Posts, long Span) Recent(SqliteConnection connection, LivePlaceRow at)
    {
        const string Sql = """
            select coalesce(sum(fetched), 0) as Posts, coalesce(sum(until_ms - from_ms), 0) as Span from live_window
            where place_id = @Id and until_ms <= @NextMs and from_ms >= @NextMs - @RateSpan and state not in ('missing', 'failed')
            """;
        var row = connection.QuerySingle<Row>(Sql, new { at.Id, at.NextMs, RateSpan });
        return (row.Posts, Math.Max(1, row.Span));
    }

    private sealed class Row
    {
        public long Posts { get; init; }
        public long Span { get; init; }
    }
}
