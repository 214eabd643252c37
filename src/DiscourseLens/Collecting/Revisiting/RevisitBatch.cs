using System.Text.Json;
using Dapper;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Collecting.Live;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Revisiting;

/// <summary>
/// Stores what became of posts, a batch a fenced transaction: what its author deleted is purged; what changed, was removed or lost
/// its author goes through the same merge as anything collected; what is as it was keeps its scores.
/// </summary>
internal sealed class RevisitBatch
{
    // A listing may hide a post for a while; three looks on three days that all miss it are believed.
    private const int BelievedAbsences = 3;
    private const int LargestBelieved = 10; // a larger batch of which nothing at all is shown is trouble of the source
    private const long SourceRestMs = 6 * 3_600_000L;
    private const long BetweenAbsences = 20 * 3_600_000L;

    private readonly SqliteConnection _connection;
    private readonly LiveTarget _target;
    private readonly RevisitLedger _ledger;
    private readonly RevisitSchedule _schedule;
    private readonly LateDeletions _deletions;
    private readonly PageTransaction _page;
    private readonly RevisitedDays _days;

    public RevisitBatch(SqliteConnection connection, LiveTarget target, RevisitLedger ledger, RevisitSchedule schedule)
    {
        (_connection, _target, _ledger, _schedule) = (connection, target, ledger, schedule);
        _deletions = new(connection, target.SourceId, PurgeReason.DeletedByAuthor);
        _page = new(connection, _deletions, target.Fence);
        _days = new(connection, target.SourceId, target.FileId);
    }

    /// <summary>Stores the answers for a batch of posts that were due.</summary>
    public RevisitCounts Write(IReadOnlyList<DuePost> due, IReadOnlyDictionary<string, FetchedPost> shown, long nowMs) => _page.Run(() =>
        shown.Count == 0 && due.Count >= LargestBelieved ? Doubt(due, nowMs) : Merge(due, shown, nowMs));

    private RevisitCounts Doubt(IReadOnlyList<DuePost> due, long nowMs)
    {
        _ledger.Delay(due, nowMs + SourceRestMs);
        return new(due.Count, 0, 0, 0, 0);
    }

    private RevisitCounts Merge(IReadOnlyList<DuePost> due, IReadOnlyDictionary<string, FetchedPost> shown, long nowMs)
    {
        var line = _connection.ExecuteScalar<long>("select last_line from live_source where id = @LiveSourceId", _target);
        var (last, ages, deleted) = Stage(due, shown, line, nowMs);
        _deletions.Publish();
        new LateThreads(_connection, _target.SourceId).FindNewHints();
        var unchanged = KeepUnchanged(ages);
        var merge = new ItemMerge(_connection, _target.SourceId, _target.FileId);
        merge.Run();
        _deletions.Account(merge.Lost, nowMs);
        NoteAges(ages);
        var absent = due.Where(post => !shown.ContainsKey(post.NativeId)).ToList();
        var believed = NoteAbsent(absent, nowMs);
        foreach (var post in due.Where(post => shown.ContainsKey(post.NativeId)))
            _ledger.Shown(post, nowMs);
        _days.Note(due);
        _connection.Execute("update live_source set last_line = @last where id = @LiveSourceId", new { last, _target.LiveSourceId });
        return new(due.Count, unchanged, deleted, believed, merge.Lost.Texts);
    }

    private (long Line, List<FixedLine> Ages, int Deleted) Stage(
        IReadOnlyList<DuePost> due, IReadOnlyDictionary<string, FetchedPost> shown, long line, long nowMs)
    {
        var (ages, deleted) = (new List<FixedLine>(), 0);
        using var rows = new StagedRows(_connection, "staged");
        foreach (var post in due)
        {
            if (!shown.TryGetValue(post.NativeId, out var now))
                continue;
            if (now.State == PostState.DeletedByAuthor)
            {
                rows.AddGone(post.NativeId);
                deleted++;
                continue;
            }

            rows.Add(_target.ToStaged(now, post.Community, ++line, nowMs));
            ages.Add(new(line, _schedule.AgeOf(post.CreatedMs, post.FixedMs, nowMs)));
        }

        return (line, ages, deleted);
    }

    /// <summary>What is as the store has it is seen again, and kept as a sighting only for a fixed age.</summary>
    private int KeepUnchanged(IReadOnlyList<FixedLine> ages)
    {
        // Of an expired text only its going matters: to take it in again would undo its retention.
        const string Find = """
            create temp table unchanged as
            select p.line, i.id as item_id from staged.post p
            join item i on i.source_id = @SourceId and i.native_id = p.native_id
            left join author a on a.id = i.author_id
            where a.key is p.author_key and i.author_state = p.author_state
                and (i.text_hash = p.text_hash or (p.text <> '' and exists (select 1 from expired_text e where e.item_id = i.id)))
            """;
        const string Keep = """
            insert into capture (file_id, line, item_id, captured_ms, state, score, replies, text_hash)
            select @FileId, p.line, u.item_id, p.captured_ms, p.state, p.score, p.replies, p.text_hash
            from staged.post p join temp.unchanged u on u.line = p.line where p.line = @Line
            """;
        const string Drop = """
            update item set captured_ms = (select captured_ms from staged.post p join temp.unchanged u on u.line = p.line where u.item_id = item.id)
            where id in (select item_id from temp.unchanged);
            delete from staged.post where line in (select line from temp.unchanged);
            drop table temp.unchanged
            """;
        _connection.Execute(Find, _target);
        var unchanged = _connection.ExecuteScalar<int>("select count(*) from temp.unchanged");
        _connection.Execute(Keep, ages.Where(line => line.AgeMs is not null).Select(line => new { _target.FileId, line.Line }));
        _connection.Execute(Drop);
        return unchanged;
    }

    private void NoteAges(IReadOnlyList<FixedLine> ages)
    {
        // Series as of that age are to be made again.
        const string Sql = """
            update capture set fixed_age_ms = @AgeMs where file_id = @FileId and line = @Line;
            insert into dirty_day (source_id, day_ms)
            select i.source_id, i.created_ms - i.created_ms % 86400000 from capture c join item i on i.id = c.item_id
            where c.file_id = @FileId and c.line = @Line on conflict do nothing
            """;
        _connection.Execute(Sql, ages.Where(line => line.AgeMs is not null).Select(line => new { _target.FileId, line.Line, line.AgeMs }));
    }

    /// <summary>Counts absences that are a day apart; returns how many posts are believed to be gone from now on.</summary>
    private int NoteAbsent(IReadOnlyList<DuePost> absent, long nowMs)
    {
        var gone = new List<long>();
        foreach (var post in absent)
        {
            var isNew = post.AbsentMs is not { } before || nowMs - before >= BetweenAbsences;
            var absences = (int)post.Absences + (isNew ? 1 : 0);
            _ledger.Absent(post, absences, absences >= BelievedAbsences, nowMs);
            if (absences == BelievedAbsences && isNew)
                gone.Add(post.ItemId);
        }

        if (gone.Count > 0)
            Purge(gone, nowMs);
        return gone.Count;
    }

    private void Purge(List<long> ids, long nowMs)
    {
        var counts = new Purge(_connection).Texts("select value from json_each(@ids)", new { ids = JsonSerializer.Serialize(ids) });
        _connection.Execute(
            "update item set state = 'unknown', text_hash = x'', captured_ms = @nowMs where id = @id and state in ('live', 'account gone')",
            ids.Select(id => new { id, nowMs }));
        PurgeReceipts.Write(_connection, PurgeReason.Absent, counts, nowMs);
        _deletions.NoteTraces();
    }

    private readonly record struct FixedLine(long Line, long? AgeMs);
}
