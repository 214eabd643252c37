using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// The windows of a place: declared missing when they fall due, settled when they were read to their end. Where time is read
/// again the better state stands. The coverage ledger is brought up to date in the same transaction.
/// </summary>
internal sealed class LiveWindows(SqliteConnection connection, long sourceId, LivePlaceRow at, SourcePlace place)
{
    private readonly LiveWindowRows _rows = new(connection, at.Id);

    private IEnumerable<string> Kinds => place.Kinds.Select(kind => kind.ToColumn());

    /// <summary>Keeps what could not be had of the window under way, until it is settled.</summary>
    public static void AddGaps(SqliteConnection connection, LivePlaceRow at, IEnumerable<WindowGap> gaps, IEnumerable<PostKind> kinds)
    {
        const string Sql = """
            insert into live_gap (place_id, kind, from_ms, until_ms, state, fraction, missed, reason)
            values (@Id, @kind, @fromMs, @untilMs, @State, @Fraction, @Missed, @Reason)
            on conflict do update set until_ms = max(until_ms, excluded.until_ms), state = excluded.state,
                fraction = excluded.fraction, missed = excluded.missed, reason = excluded.reason
            """;
        var rows =
            from gap in gaps
            let edges = (From: Math.Max(gap.FromMs, at.NextMs), Until: Math.Min(gap.UntilMs, at.WindowUntilMs!.Value)) // under way
            where edges.From < edges.Until
            from kind in kinds
            where gap.Kind is null || gap.Kind == kind
            select new { at.Id, kind = kind.ToColumn(), fromMs = edges.From, untilMs = edges.Until, gap.State, gap.Fraction, gap.Missed, gap.Reason };
        connection.Execute(Sql, rows);
    }

    /// <summary>Says of the time since the last settled window that nothing of it was collected yet, and why.</summary>
    public void Declare(long untilMs, string state, string reason)
    {
        foreach (var kind in Kinds)
        {
            _rows.RemoveDeclared(kind, at.NextMs);
            var from = Math.Max(at.NextMs, _rows.End(kind) ?? 0);
            if (from < untilMs)
                _rows.Insert([new LiveWindow { PlaceId = at.Id, Kind = kind, FromMs = from, UntilMs = untilMs, State = state, Fraction = 0, Reason = reason }]);
            new CoverageLedger(connection, sourceId).Rebuild(kind, at.CommunityId);
        }
    }

    /// <summary>Posts of the window under way, those that were not to be had included as far as anybody can tell.</summary>
    public long Came() => Kinds.Sum(kind =>
        _rows.Tally(kind, at.NextMs, at.WindowUntilMs!.Value).N + _rows.Gaps(kind).Sum(gap => gap.Missed ?? 0)); // it is under way

    /// <summary>Settles the window under way: complete but for its gaps.</summary>
    public void Settle(long nowMs)
    {
        foreach (var kind in Kinds)
        {
            var (from, until) = (at.NextMs, at.WindowUntilMs!.Value); // it is under way
            var old = _rows.Overlapping(kind, from, until);
            var pieces = Pieces(kind, from, until, old, nowMs);
            _rows.Remove(kind, from, until);
            _rows.Insert(old.SelectMany(window => Outside(window, from, until)));
            _rows.Insert(Joined(pieces));
            _rows.ClearUnderWay(kind, until);
            new CoverageLedger(connection, sourceId).Rebuild(kind, at.CommunityId);
        }
    }

    /// <summary>Forgets the gaps of a window that is given up; what was counted in it stays counted.</summary>
    public void Abandon() => connection.Execute("delete from live_gap where place_id = @Id", new { at.Id });

    /// <summary>Where the first window that was read begins; null before it.</summary>
    public long? First() => connection.ExecuteScalar<long?>("select min(from_ms) from live_window where place_id = @Id and captured_ms is not null", new { at.Id });

    /// <summary>Where a window that begins at the mark should end: not within one that holds counts.</summary>
    public long Snap(long untilMs)
    {
        const string Sql = """
            select max(until_ms) from live_window
            where place_id = @Id and from_ms < @untilMs and until_ms > @untilMs and state not in ('missing', 'failed')
            """;
        return connection.ExecuteScalar<long?>(Sql, new { at.Id, untilMs }) ?? untilMs;
    }

    /// <summary>Notes that settled windows were looked at again.</summary>
    public void Touch(long fromMs, long nowMs)
    {
        const string Sql = """
            update live_window set captured_ms = @nowMs
            where place_id = @Id and from_ms >= @fromMs and until_ms <= @NextMs and captured_ms is not null
            """;
        connection.Execute(Sql, new { at.Id, fromMs, at.NextMs, nowMs });
    }

    private List<LiveWindow> Pieces(string kind, long from, long until, List<LiveWindow> old, long nowMs)
    {
        var gaps = _rows.Gaps(kind);
        var whole = old.Where(window => window.State == CoverageWindow.Complete && window.FromMs >= from && window.UntilMs <= until);
        var edges = CoverageWindow.Overlay(
            CoverageWindow.Overlay(
                [new CoverageWindow(from, until, CoverageWindow.Complete, 1, null)],
                gaps.Select(gap => new CoverageWindow(gap.FromMs, gap.UntilMs, gap.State, gap.Fraction, gap.Reason))),
            whole.Select(window => new CoverageWindow(window.FromMs, window.UntilMs, window.State, 1, null)));
        return [.. edges.Select(edge => Piece(kind, edge, old, gaps, nowMs))];
    }

    private LiveWindow Piece(string kind, CoverageWindow edge, List<LiveWindow> old, List<LiveGap> gaps, long nowMs)
    {
        var tally = _rows.Tally(kind, edge.FromMs, edge.UntilMs);
        var before = old.Where(window => window.FromMs >= edge.FromMs && window.FromMs < edge.UntilMs).ToList();
        var fetched = tally.N + before.Sum(window => window.Fetched);
        var missed = gaps.FirstOrDefault(gap => gap.FromMs == edge.FromMs && gap.UntilMs == edge.UntilMs)?.Missed;
        return new LiveWindow
        {
            PlaceId = at.Id,
            Kind = kind,
            FromMs = edge.FromMs,
            UntilMs = edge.UntilMs,
            State = edge.State,
            Fraction = edge.Fraction,
            CapturedMs = nowMs,
            Expected = edge.State == CoverageWindow.Complete ? fetched : fetched + missed,
            Fetched = fetched,
            Rejected = tally.Rejected + before.Sum(window => window.Rejected),
            Reason = edge.Reason,
        };
    }

    /// <summary>Adjoining equal windows of a day as one, the last settled one before them included.</summary>
    private List<LiveWindow> Joined(List<LiveWindow> pieces)
    {
        var joined = new List<LiveWindow>();
        if (_rows.Before(pieces[0].Kind, pieces[0].FromMs) is { } last && last.Joins(pieces[0]))
        {
            _rows.Remove(last.Kind, last.FromMs, last.UntilMs);
            joined.Add(last);
        }

        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Joins(piece))
                joined[^1] = joined[^1].With(piece);
            else
                joined.Add(piece);
        }

        return joined;
    }

    /// <summary>What of an older window lies outside; only windows without counts are ever cut.</summary>
    private static IEnumerable<LiveWindow> Outside(LiveWindow window, long from, long until)
    {
        if (window.FromMs < from)
            yield return window with { UntilMs = from };
        if (window.UntilMs > until)
            yield return window with { FromMs = until, Fetched = 0, Rejected = 0, Expected = null };
    }
}
