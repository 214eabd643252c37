using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Threads that came into view after a comment file was read: the file may hold comments of theirs that were passed over,
/// so it asks to be imported again.
/// </summary>
internal sealed class LateThreads(SqliteConnection connection, long sourceId)
{
    /// <summary>Takes the threads new with this publication; call it before hints are merged, after items are.</summary>
    public void Publish(long fileId)
    {
        const string Sql = """
            create temp table late as
            select i.native_id, i.created_ms - i.created_ms % 86400000 as day_ms from item i
            join temp.fresh f on f.item_id = i.id where i.kind = 'submission'
            union
            select native_id, created_ms - created_ms % 86400000 from staged.hint h
            where not exists (select 1 from thread_hint k where k.source_id = @sourceId and k.native_id = h.native_id);
            update archive_file set late_threads = late_threads
                + (select count(*) from temp.late where late.day_ms <= archive_file.last_day_ms)
            where source_id = @sourceId and id <> @fileId
                and exists (select 1 from archive_count c where c.file_id = archive_file.id and c.kind = 'comment');
            """;
        connection.Execute(Sql, new { sourceId, fileId });
    }

    /// <summary>Keeps what unstored submissions name, and forgets it of those now stored.</summary>
    public void MergeHints()
    {
        const string Sql = """
            insert into thread_hint (source_id, native_id, concepts)
            select @sourceId, native_id, max(concepts) from staged.hint where true group by native_id
            on conflict do update set concepts = excluded.concepts;
            delete from thread_hint where source_id = @sourceId
                and native_id in (select native_id from item where source_id = @sourceId and kind = 'submission')
            """;
        connection.Execute(Sql, new { sourceId });
    }
}
