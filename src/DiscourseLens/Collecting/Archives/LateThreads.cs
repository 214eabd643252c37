using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Threads that came into view after a comment file was read: the file may hold comments of theirs that were passed over,
/// so it asks to be imported again.
/// </summary>
internal sealed class LateThreads(SqliteConnection connection, long sourceId)
{
    /// <summary>Finds the staged hints that tell something new; call it before items are merged.</summary>
    public void FindNewHints()
    {
        const string Sql = """
            create temp table hinted as
            select h.native_id, h.community, h.created_ms - h.created_ms % 86400000 as day_ms from staged.hint h
            left join thread_hint k on k.source_id = @sourceId and k.native_id = h.native_id
            where k.native_id is null or k.concepts | h.concepts <> k.concepts
            """;
        connection.Execute(Sql, new { sourceId });
    }

    /// <summary>
    /// Marks the files with comments of a late thread's community, or of communities counted as "other", from its day on.
    /// Call it after items and counts are written.
    /// </summary>
    public void Mark()
    {
        const string Sql = """
            create temp table late as
            select i.native_id, i.community_id, i.created_ms - i.created_ms % 86400000 as day_ms from item i
            join temp.fresh f on f.item_id = i.id where i.kind = 'submission'
            union
            select h.native_id, coalesce(c.id, 0), h.day_ms from temp.hinted h
            left join community c on c.source_id = @sourceId and c.name_key = h.community;
            create temp table reach (file_id integer, community_id integer, day_ms integer, primary key (file_id, community_id))
                without rowid;
            insert into temp.reach
            select file_id, community_id, max(day_ms) from archive_count where kind = 'comment' group by file_id, community_id;
            update archive_file set late_threads = late_threads + (
                select count(*) from temp.late l where exists (
                    select 1 from temp.reach r where r.file_id = archive_file.id and r.community_id in (l.community_id, 0)
                        and r.day_ms >= l.day_ms))
            where source_id = @sourceId and id in (select file_id from temp.reach) and sha256 not like 'live:%'
            """;
        if (connection.ExecuteScalar<long>("select exists (select 1 from temp.fresh) or exists (select 1 from temp.hinted)") == 1)
            connection.Execute(Sql, new { sourceId });
    }

    /// <summary>Keeps what unstored submissions name in any capture, and forgets it of those now stored.</summary>
    public void MergeHints()
    {
        const string Sql = """
            insert into thread_hint (source_id, native_id, concepts)
            select @sourceId, native_id, concepts from staged.hint where true order by rowid
            on conflict do update set concepts = concepts | excluded.concepts;
            delete from thread_hint where source_id = @sourceId
                and native_id in (select native_id from item where id in (select item_id from temp.fresh))
            """;
        connection.Execute(Sql, new { sourceId });
    }
}
