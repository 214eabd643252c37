using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>Rows of <c>live_window</c>, <c>live_gap</c> and <c>live_tally</c> of one place.</summary>
internal sealed class LiveWindowRows(SqliteConnection connection, long placeId)
{
    private const string Columns = """
        place_id as PlaceId, kind as Kind, from_ms as FromMs, until_ms as UntilMs, state as State, fraction as Fraction,
            captured_ms as CapturedMs, expected as Expected, fetched as Fetched, rejected as Rejected, reason as Reason
        """;

    /// <summary>Windows that share time with [from, until).</summary>
    public List<LiveWindow> Overlapping(string kind, long from, long until) => connection.Query<LiveWindow>(
        $"select {Columns} from live_window where place_id = @placeId and kind = @kind and from_ms < @until and until_ms > @from order by from_ms",
        new { placeId, kind, from, until }).AsList();

    /// <summary>The window that ends at an instant; null where none does.</summary>
    public LiveWindow? Before(string kind, long until) => connection.QuerySingleOrDefault<LiveWindow>(
        $"select {Columns} from live_window where place_id = @placeId and kind = @kind and until_ms = @until", new { placeId, kind, until });

    /// <summary>Where the last window ends; null before the first.</summary>
    public long? End(string kind) => connection.ExecuteScalar<long?>(
        "select max(until_ms) from live_window where place_id = @placeId and kind = @kind", new { placeId, kind });

    public void Insert(IEnumerable<LiveWindow> windows) => connection.Execute(
        """
        insert into live_window (place_id, kind, from_ms, until_ms, state, fraction, captured_ms, expected, fetched, rejected, reason)
        values (@PlaceId, @Kind, @FromMs, @UntilMs, @State, @Fraction, @CapturedMs, @Expected, @Fetched, @Rejected, @Reason)
        """,
        windows);

    public void Remove(string kind, long from, long until) => connection.Execute(
        "delete from live_window where place_id = @placeId and kind = @kind and from_ms < @until and until_ms > @from",
        new { placeId, kind, from, until });

    /// <summary>Removes what was only declared and never read, from an instant on.</summary>
    public void RemoveDeclared(string kind, long from) => connection.Execute(
        "delete from live_window where place_id = @placeId and kind = @kind and from_ms >= @from and state in ('missing', 'failed')",
        new { placeId, kind, from });

    /// <summary>What could not be had of the window under way.</summary>
    public List<LiveGap> Gaps(string kind) => connection.Query<LiveGap>(
        """
        select from_ms as FromMs, until_ms as UntilMs, state as State, fraction as Fraction, missed as Missed, reason as Reason
        from live_gap where place_id = @placeId and kind = @kind order by from_ms
        """,
        new { placeId, kind }).AsList();

    /// <summary>What was counted of the window under way in [from, until).</summary>
    public LiveTally Tally(string kind, long from, long until) => connection.QuerySingle<LiveTally>(
        """
        select coalesce(sum(n), 0) as N, coalesce(sum(rejected), 0) as Rejected from live_tally
        where place_id = @placeId and kind = @kind and second_ms >= @from - @from % 1000 and second_ms < @until - @until % 1000
        """,
        new { placeId, kind, from, until });

    /// <summary>The window under way is settled.</summary>
    public void ClearUnderWay(string kind, long untilMs) => connection.Execute(
        """
        delete from live_tally where place_id = @placeId and kind = @kind and second_ms < @untilMs - @untilMs % 1000;
        delete from live_gap where place_id = @placeId and kind = @kind
        """,
        new { placeId, kind, untilMs });
}

/// <summary>A stretch of the window under way that could not be had.</summary>
internal sealed record LiveGap
{
    public long FromMs { get; init; }
    public long UntilMs { get; init; }
    public string State { get; init; } = "";
    public double Fraction { get; init; }
    public long? Missed { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>Posts counted, and posts that could not be read.</summary>
internal sealed record LiveTally
{
    public long N { get; init; }
    public long Rejected { get; init; }
}
