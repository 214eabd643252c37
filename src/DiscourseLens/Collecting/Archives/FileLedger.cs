using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>What the store keeps of each archive file: its lines accounted for, its counts, what it could not read.</summary>
internal sealed class FileLedger(SqliteConnection connection, long sourceId)
{
    /// <summary>A file's row; its id is the same however often the file is read.</summary>
    public long Upsert(ArchiveFile file, FileTally tally, string scope)
    {
        const string Sql = """
            insert into archive_file (source_id, name, sha256, bytes, captured_ms, first_day_ms, last_day_ms, scope, read, stored,
                duplicate, out_of_scope, rejected)
            values (@sourceId, @Name, @Sha256, @Bytes, @CapturedMs, @FirstDayMs, @LastDayMs, @scope, @Read, 0, 0, @OutOfScope,
                @Rejected)
            on conflict (sha256) do update set scope = excluded.scope, late_threads = 0, out_of_scope = excluded.out_of_scope
            returning id
            """;
        return connection.ExecuteScalar<long>(Sql, new
        {
            sourceId,
            file.Name,
            file.Sha256,
            file.Bytes,
            tally.CapturedMs,
            tally.FirstDayMs,
            tally.LastDayMs,
            scope,
            tally.Read,
            tally.OutOfScope,
            tally.Rejected,
        });
    }

    /// <summary>Adds the posts that this reading brought; the rest of those in scope are duplicates.</summary>
    public void Account(long fileId, long stored, long inScope)
    {
        const string Sql = """
            update archive_file set stored = min(stored + @stored, @inScope), duplicate = @inScope - min(stored + @stored, @inScope)
            where id = @fileId
            """;
        connection.Execute(Sql, new { fileId, stored, inScope });
    }

    public void WriteRejects(long fileId)
    {
        const string Sql = """
            insert into rejected_line (file_id, line, byte_offset, bytes, sha256, reason)
            select @fileId, line, byte_offset, bytes, sha256, reason from staged.reject where true order by line
            on conflict do nothing
            """;
        connection.Execute(Sql, new { fileId });
    }

    /// <summary>Replaces the file's counts; communities of which nothing is stored become one row.</summary>
    public void WriteCounts(long fileId, FileTally tally)
    {
        var stored = StoredCommunities();
        var rows = tally.Communities.All
            .SelectMany(community => community.Days, (community, day) => (Community: stored.GetValueOrDefault(community.Key), Day: day))
            .GroupBy(cell => (cell.Day.Key.Kind, cell.Community, cell.Day.Key.DayMs), (key, cells) => new
            {
                fileId,
                Kind = key.Kind.ToColumn(),
                key.Community,
                key.DayMs,
                N = cells.Sum(cell => cell.Day.Value.Posts),
                CapturedMs = cells.Max(cell => cell.Day.Value.CapturedMs),
            });
        const string Clear = "delete from archive_count where file_id = @fileId";
        const string Insert = """
            insert into archive_count (file_id, kind, community_id, day_ms, n, captured_ms)
            values (@fileId, @Kind, @Community, @DayMs, @N, @CapturedMs)
            """;
        connection.Execute(Clear, new { fileId });
        connection.Execute(Insert, rows);
        MarkDirty(fileId);
    }

    /// <summary>The days on which the file holds posts no longer agree with their roll-up.</summary>
    public void MarkDirty(long fileId)
    {
        const string Sql = """
            insert into dirty_day (source_id, day_ms) select distinct @sourceId, day_ms from archive_count
            where file_id = @fileId on conflict do nothing
            """;
        connection.Execute(Sql, new { sourceId, fileId });
    }

    private Dictionary<string, long> StoredCommunities()
    {
        const string Sql = """
            select id as Id, name_key as NameKey from community c
            where source_id = @sourceId and exists (select 1 from item i where i.community_id = c.id)
            order by id
            """;
        return connection.Query<CommunityRow>(Sql, new { sourceId }).ToDictionary(row => row.NameKey, row => row.Id);
    }

    private sealed class CommunityRow
    {
        public long Id { get; init; }
        public string NameKey { get; init; } = "";
    }
}
