using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>Takes authors off posts whose text stays.</summary>
internal static class AuthorKeys
{
    /// <summary>
    /// Of the posts in <c>temp.later</c> (item_id, author_id, source_id, day_ms, author_state, state); a key goes when no post shows it
    /// any more.
    /// </summary>
    public static PurgeCounts Forget(SqliteConnection connection)
    {
        connection.Execute("""
            insert into dirty_day (source_id, day_ms) select distinct source_id, day_ms from temp.later where true on conflict do nothing;
            delete from author_pack where (source_id, day_ms) in (select source_id, day_ms from temp.later);
            delete from year_pack
                where (source_id, start_ms) in (select source_id, unixepoch(day_ms / 1000, 'unixepoch', 'start of year') * 1000 from temp.later);
            delete from series_author_day where (source_id, day_ms) in (select source_id, day_ms from temp.later)
                and cluster_id in (select author_id from temp.later);
            delete from series_author_day_by where (source_id, day_ms) in (select source_id, day_ms from temp.later)
                and cluster_id in (select author_id from temp.later);
            update main.item set author_id = null, author_state = l.author_state, state = l.state
            from temp.later l where l.item_id = main.item.id
            """);
        var authors = connection.Execute("""
            delete from main.author where id in (select author_id from temp.later)
                and not exists (select 1 from main.item where author_id = main.author.id)
            """);
        connection.Execute("drop table temp.later");
        return PurgeCounts.None with { Authors = authors };
    }
}
