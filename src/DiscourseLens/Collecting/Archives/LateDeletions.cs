using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Posts of which an archive says that they were deleted after they were captured. Whatever the order of archives, none of
/// them stays: stored ones are purged with texts, scores and captures, staged ones are dropped.
/// </summary>
internal sealed class LateDeletions(SqliteConnection connection, long sourceId)
{
    private long _purged;

    /// <summary>Purges and drops, inside the publishing transaction; returns how many staged posts were dropped.</summary>
    public long Publish()
    {
        const string Note = """
            insert into gone_item (source_id, native_id) select distinct @sourceId, native_id from staged.gone where true
            on conflict do nothing
            """;
        const string Drop = """
            delete from staged.post where native_id in (select native_id from gone_item where source_id = @sourceId)
            """;
        connection.Execute(Note, new { sourceId });
        Purge();
        return connection.Execute(Drop, new { sourceId });
    }

    /// <summary>After the commit: purged texts must not survive in the write-ahead log either.</summary>
    public void EmptyLog()
    {
        if (_purged > 0)
            connection.Execute("pragma wal_checkpoint(truncate)");
    }

    private void Purge()
    {
        const string Find = """
            create temp table purged as
            select i.id as item_id, i.native_id from item i
            join staged.gone g on i.source_id = @sourceId and i.native_id = g.native_id
            """;
        // Replies lose what they inherited, so they are scored again.
        const string Replies = """
            select i.id from item i join temp.purged p on i.source_id = @sourceId and i.parent_id = p.native_id
            union
            select i.id from item i join temp.purged p on i.source_id = @sourceId and i.thread_id = p.native_id
            """;
        const string Remove = $"""
            insert into dirty_day (source_id, day_ms)
            select distinct @sourceId, created_ms - created_ms % 86400000 from item
            where id in (select item_id from temp.purged) or id in ({Replies})
            on conflict do nothing;
            delete from relevance_score where item_id in ({Replies});
            delete from sentiment_score where item_id in ({Replies});
            delete from stance_score where item_id in ({Replies});
            delete from stance_missing where item_id in ({Replies});
            delete from mention where item_id in ({Replies});
            delete from item where id in (select item_id from temp.purged);
            delete from author where not exists (select 1 from item where author_id = author.id);
            """;
        connection.Execute(Find, new { sourceId });
        _purged = connection.ExecuteScalar<long>("select count(*) from temp.purged");
        if (_purged > 0)
            connection.Execute(Remove, new { sourceId });
    }
}
