using System.Security.Cryptography;
using Dapper;
using DiscourseLens.Collecting.Archives;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// Stores pages: posts, counts, rejects, gaps and the cursor after them, each page in one fenced transaction, through the
/// same merge as archives.
/// </summary>
internal sealed class LiveBatch
{
    private const long BetweenCaptures = 20 * 3_600_000L; // unchanged posts are captured again about once a day

    private readonly SqliteConnection _connection;
    private readonly LiveTarget _target;
    private readonly LiveLedger _ledger;
    private readonly LiveGate _gate;
    private readonly LiveCounts _counts;
    private readonly LateDeletions _deletions;
    private readonly PageTransaction _page;

    public LiveBatch(SqliteConnection connection, LiveTarget target, LiveLedger ledger)
    {
        (_connection, _target, _ledger) = (connection, target, ledger);
        _gate = new(connection, target.SourceId, target.Scope);
        _counts = new(connection, target.SourceId, target.FileId, target.Key, target.Origin);
        _deletions = new(connection, target.SourceId);
        _page = new(connection, _deletions, target.Fence);
    }

    /// <summary>Stores one page of the window under way.</summary>
    public PlaceReport Write(LivePlaceRow at, SourcePlace place, FetchedPage page, long nowMs) => _page.Run(() =>
    {
        var report = Merge(at, place, page, nowMs);
        LiveWindows.AddGaps(_connection, at, page.Gaps, place.Kinds);
        _ledger.Advance(at.Id, page, nowMs);
        return report;
    });

    private PlaceReport Merge(LivePlaceRow at, SourcePlace place, FetchedPage page, long nowMs)
    {
        // What is newer than the window is kept too: it may be gone before the next window reads it. What claims to come later than now is not believed.
        var latest = Math.Max(at.WindowUntilMs!.Value, nowMs); // it is under way
        var posts = _gate.Read(place, page.Posts.Where(post => post.CreatedMs < latest).DistinctBy(post => post.NativeId));
        var line = _connection.ExecuteScalar<long>("select last_line from live_source where id = @LiveSourceId", _target);
        CommunityRows.Insert(_connection, _target.SourceId, posts.Where(post => post.InScope).Select(post => post.Community).DistinctBy(community => community.Key));
        var rejected = page.Rejected.Where(IsNew).ToList();
        line = Stage(posts, rejected, line, nowMs);
        var dropped = _deletions.Publish();
        var threads = new LateThreads(_connection, _target.SourceId);
        threads.FindNewHints();
        SkipUnchanged(nowMs);
        var merge = new ItemMerge(_connection, _target.SourceId, _target.FileId);
        var stored = merge.Run();
        _deletions.Account(merge.Lost, nowMs);
        new FileLedger(_connection, _target.SourceId).WriteRejects(_target.FileId);
        threads.MergeHints();
        var counted = _counts.Count(at, posts, rejected, nowMs);
        var read = page.Posts.Count + rejected.Count;
        var outOfScope = posts.Count(post => !post.InScope || post.Post.IsDeletedLater) + dropped;
        Account(read, stored, outOfScope, rejected.Count, line, nowMs);
        return new PlaceReport(place.Name, read, counted, stored, rejected.Count, null);
    }

    /// <summary>The overlap shows what cannot be read again and again; it is entered once.</summary>
    private bool IsNew(RejectedPost reject) => !_connection.ExecuteScalar<bool>(
        "select exists (select 1 from rejected_line where file_id = @FileId and sha256 = @hash)",
        new { _target.FileId, hash = Convert.ToHexStringLower(SHA256.HashData(reject.Bytes.Span)) });

    private long Stage(IReadOnlyList<GatedPost> posts, IReadOnlyList<RejectedPost> rejected, long line, long nowMs)
    {
        using var rows = new StagedRows(_connection, "staged");
        foreach (var post in posts)
        {
            if (post.InScope && post.Post.IsDeletedLater)
                rows.AddGone(post.Post.NativeId);
            else if (post.InScope)
                rows.Add(_target.ToStaged(post.Post, post.Community.Key, ++line, nowMs));
            else if (post.Concepts != 0 && !post.Post.IsDeletedLater)
                rows.AddHint(post.Post.NativeId, post.Concepts, post.Community.Key, post.Post.CreatedMs);
        }

        foreach (var reject in rejected)
            rows.AddReject(++line, 0, reject.Bytes.Span, reject.Reason);
        return line;
    }

    /// <summary>Posts that are as the store has them, or as an archive showed them before, keep their scores; that they were seen again is noted.</summary>
    private void SkipUnchanged(long nowMs)
    {
        const string Sql = """
            create temp table unchanged as
            select p.line, i.id as item_id from staged.post p
            join item i on i.source_id = @SourceId and i.native_id = p.native_id
            join community c on c.id = i.community_id
            left join author a on a.id = i.author_id
            where i.text_hash = p.text_hash and a.key is p.author_key and i.author_state = p.author_state and c.name_key = p.community
                    and coalesce(i.thread_id, p.thread_id) is i.thread_id and coalesce(i.parent_id, p.parent_id) is i.parent_id
                or i.captured_ms > p.captured_ms and exists (select 1 from capture x
                    where x.item_id = i.id and x.file_id = @FileId and x.captured_ms = p.captured_ms);
            insert into capture (file_id, line, item_id, captured_ms, state, score, replies, text_hash)
            select @FileId, p.line, u.item_id, p.captured_ms, p.state, p.score, p.replies, p.text_hash
            from staged.post p join temp.unchanged u on u.line = p.line
            where not exists (select 1 from capture c where c.item_id = u.item_id and c.file_id = @FileId and c.captured_ms > min(@since, p.captured_ms - 1))
            order by p.line;
            update item set captured_ms = max(coalesce(item.captured_ms, 0), p.captured_ms)
            from staged.post p join temp.unchanged u on u.line = p.line
            where item.id = u.item_id;
            delete from staged.post where line in (select line from temp.unchanged);
            drop table temp.unchanged;
            """;
        _connection.Execute(Sql, new { _target.SourceId, _target.FileId, since = nowMs - BetweenCaptures });
    }

    private void Account(long read, long stored, long outOfScope, long rejected, long line, long nowMs)
    {
        const string Sql = """
            update archive_file set read = read + @read, stored = stored + @stored, out_of_scope = out_of_scope + @outOfScope,
                rejected = rejected + @rejected, duplicate = duplicate + @read - @stored - @outOfScope - @rejected,
                captured_ms = max(coalesce(captured_ms, 0), @nowMs)
            where id = @FileId;
            update live_source set last_line = @line where id = @LiveSourceId
            """;
        _connection.Execute(Sql, new { _target.FileId, _target.LiveSourceId, read, stored, outOfScope, rejected, line, nowMs });
    }
}
