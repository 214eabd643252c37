using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting;

/// <summary>Makes calendars from the coverage ledger.</summary>
/// <param name="database">The store.</param>
public sealed class CoverageCalendarReader(LensDatabase database)
{
    /// <summary>The name of what covers every community.</summary>
    public const string All = "all";

    /// <summary>Days of the longest calendar, ten years.</summary>
    public const int MostDays = 3660;

    private const int UsualDays = 183;
    private const long DayMs = Archives.FileTally.DayMs;

    /// <summary>Reads a calendar.</summary>
    /// <param name="source">The source; null for the first.</param>
    /// <param name="community">The community, in whatever case; null for the first that has windows.</param>
    /// <param name="from">First day; null for half a year before the end, or the first that has a window.</param>
    /// <param name="until">Day after the last; null for the last day that has a window.</param>
    /// <exception cref="CoverageUnknownException">The ledger does not know the source or the community.</exception>
    /// <exception cref="CoverageRangeException">The days are none, or too many.</exception>
    public CoverageCalendar Read(string? source, string? community, DateOnly? from, DateOnly? until)
    {
        using var connection = database.ConnectReadOnly();
        var sources = connection.Query<string>("select name from source s where exists (select 1 from collection_window w where w.source_id = s.id) order by name").ToList();
        var chosen = Choose(sources, source, "source", "the coverage ledger");
        var communities = CommunitiesOf(connection, chosen);
        var place = Choose(communities, community, "community", $"the coverage ledger of '{chosen}'");
        var windows = Windows(connection, chosen, place);
        var end = until ?? Day(windows.Max(window => window.UntilMs) - 1).AddDays(1);
        var first = Day(windows.Min(window => window.FromMs));
        var start = from ?? (first < end && first > end.AddDays(-UsualDays) ? first : end.AddDays(-UsualDays));
        if (start >= end || end.DayNumber - start.DayNumber > MostDays)
            throw new CoverageRangeException($"from '{start:yyyy-MM-dd}' until '{end:yyyy-MM-dd}' is no range of 1 to {MostDays} days; until is the day after the last.");
        return new(chosen, place, start, end, CalendarDays.Make(windows, start, end), sources, communities);
    }

    private static string Choose(List<string> known, string? wanted, string what, string where)
    {
        if (known.Count == 0)
            throw new CoverageUnknownException("Nothing was collected or imported yet, so there is no coverage to show.");
        return wanted is null ? known[0] : known.Find(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new CoverageUnknownException($"{what} '{wanted}' is not in {where}; use one of {string.Join(", ", known.Take(20))}{(known.Count > 20 ? ", ..." : "")}.");
    }

    private static List<string> CommunitiesOf(SqliteConnection connection, string source)
    {
        const string Sql = """
            select distinct coalesce(c.name, @All) from collection_window w
            join source s on s.id = w.source_id left join community c on c.id = w.community_id
            where s.name = @source order by w.community_id is not null, lower(c.name)
            """;
        return connection.Query<string>(Sql, new { source, All }).AsList();
    }

    private static List<CalendarWindow> Windows(SqliteConnection connection, string source, string community)
    {
        const string Sql = """
            select w.kind as Kind, w.community_id is not null as IsOwn, w.from_ms as FromMs, w.until_ms as UntilMs, w.state as State, w.fraction as Fraction
            from collection_window w
            join source s on s.id = w.source_id left join community c on c.id = w.community_id
            where s.name = @source and (w.community_id is null or c.name = @community)
            """;
        return connection.Query<CalendarWindow>(Sql, new { source, community }).AsList();
    }

    private static DateOnly Day(long ms) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(ms / DayMs * DayMs).UtcDateTime);
}
