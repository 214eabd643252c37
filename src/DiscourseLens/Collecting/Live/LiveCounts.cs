using System.Buffers.Binary;
using Dapper;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// Counts every post once, stored or not, however often it is shown: into its day and community, and into the window that
/// holds its time. What was counted is known by a keyed hash, from which no id can be read.
/// </summary>
internal sealed class LiveCounts(SqliteConnection connection, long sourceId, long fileId, StudyKey key, string origin)
{
    /// <summary>Counts a page's posts and rejects inside the open transaction; returns how many were new.</summary>
    public long Count(LivePlaceRow at, IReadOnlyList<GatedPost> posts, IReadOnlyList<RejectedPost> rejected, long nowMs)
    {
        var communities = Communities();
        var counted = 0L;
        using var mark = new PreparedStatement(connection, "insert into counted_post (key) values (@key) on conflict do nothing");
        foreach (var post in posts)
        {
            var community = communities.GetValueOrDefault(post.Community.Key);
            var isNew = mark.Run(KeyOf(post.Post.NativeId)) == 1;
            Note(post.Post, community, isNew ? 1 : 0, post.Post.CapturedMs ?? nowMs);
            if (isNew)
                Tally(at, post.Post.Kind, post.Post.CreatedMs, 1, 0);
            counted += isNew ? 1 : 0;
        }

        foreach (var reject in rejected)
            Tally(at, reject.Kind ?? PostKind.Comment, reject.CreatedMs ?? at.NextMs, 0, 1);
        return counted;
    }

    private long KeyOf(string nativeId) => BinaryPrimitives.ReadInt64LittleEndian(key.KeyOf($"counted/{origin}", nativeId));

    /// <summary>The day's count grows where the post is new; that the day was looked at again is noted in any case.</summary>
    private void Note(FetchedPost post, long community, int n, long nowMs)
    {
        const string Sql = """
            insert into archive_count (file_id, kind, community_id, day_ms, n, captured_ms)
            values (@fileId, @kind, @community, @day, @n, @nowMs)
            on conflict do update set n = n + excluded.n, captured_ms = max(coalesce(captured_ms, 0), excluded.captured_ms);
            insert into dirty_day (source_id, day_ms) values (@sourceId, @day) on conflict do nothing
            """;
        var day = post.CreatedMs - (post.CreatedMs % FileTally.DayMs);
        connection.Execute(Sql, new { fileId, kind = post.Kind.ToColumn(), community, day, n, nowMs, sourceId });
    }

    /// <summary>Into the settled window that holds the instant, else into the one under way or a later one.</summary>
    private void Tally(LivePlaceRow at, PostKind kind, long createdMs, int n, int rejected)
    {
        const string Late = """
            update live_window set fetched = fetched + @n, rejected = rejected + @rejected,
                expected = iif(expected is null, null, max(expected, fetched + @n))
            where place_id = @Id and kind = @kind and from_ms <= @createdMs and until_ms > @createdMs
                and (until_ms <= @NextMs or state not in ('missing', 'failed'))
            """;
        const string Now = """
            insert into live_tally (place_id, kind, second_ms, n, rejected) values (@Id, @kind, @second, @n, @rejected)
            on conflict do update set n = n + excluded.n, rejected = rejected + excluded.rejected
            """;
        var row = new { at.Id, at.NextMs, kind = kind.ToColumn(), createdMs, second = createdMs - (createdMs % 1000), n, rejected };
        if (connection.Execute(Late, row) == 0 && createdMs >= at.NextMs)
            connection.Execute(Now, row);
    }

    private Dictionary<string, long> Communities() => connection
        .Query<CommunityRow>("select name_key as NameKey, id as Id from community where source_id = @sourceId", new { sourceId })
        .ToDictionary(row => row.NameKey, row => row.Id, StringComparer.Ordinal);

    private sealed class CommunityRow
    {
        public string NameKey { get; init; } = "";
        public long Id { get; init; }
    }
}
