using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>
/// Does in a copy of a store what was purged in the store since the copy was made: posts under a tombstone go, texts and author
/// keys that the store no longer has go too.
/// </summary>
internal sealed class PurgeReplay(LensDatabase copy, TimeProvider time)
{
    /// <summary>Brings the copy's tombstones up to those of the store, and purges.</summary>
    public PurgeCounts Run(LensDatabase store)
    {
        using var connection = copy.Connect();
        connection.Execute("attach @Path as origin", new { store.Path });
        using var transaction = connection.BeginTransaction();
        TakeTombstones(connection);
        var counts = new Tombstones(connection).Enforce() + Texts(connection) + Authors(connection);
        PurgeReceipts.Write(connection, PurgeReason.Replayed, counts, time.GetUtcNow().ToUnixTimeMilliseconds());
        transaction.Commit();
        return counts;
    }

    /// <summary>What the copy does not hold yet and the store knows to be gone gets one too: an older archive would bring its text back.</summary>
    private static void TakeTombstones(SqliteConnection connection) => connection.Execute("""
        insert into main.source (name) select name from origin.source where true on conflict do nothing;
        insert into main.gone_item (source_id, native_id)
        select s.id, g.native_id from origin.gone_item g join origin.source o on o.id = g.source_id join main.source s on s.name = o.name
        where true on conflict do nothing;
        insert into main.gone_item (source_id, native_id)
        select s.id, i.native_id from origin.item i join origin.source o on o.id = i.source_id join main.source s on s.name = o.name
        where i.state in ('deleted by author', 'removed by moderator', 'removed by platform')
            and not exists (select 1 from main.item m where m.source_id = s.id and m.native_id = i.native_id)
        on conflict do nothing;
        insert into main.forgotten_author (key) select key from origin.forgotten_author where true on conflict do nothing;
        insert into main.forgotten_source (source_id, at_ms)
        select s.id, f.at_ms from origin.forgotten_source f join origin.source o on o.id = f.source_id join main.source s on s.name = o.name
        where true on conflict do nothing
        """);

    /// <summary>Posts are known by source and id: row numbers may have been given out anew.</summary>
    private static PurgeCounts Texts(SqliteConnection connection)
    {
        connection.Execute("""
            drop table if exists temp.later;
            create temp table later as
            select i.id as item_id, o.state, o.captured_ms, o.text_hash, x.item_id is not null as expired
            from main.item i
            join main.item_text t on t.item_id = i.id
            join main.source s on s.id = i.source_id
            join origin.source r on r.name = s.name
            join origin.item o on o.source_id = r.id and o.native_id = i.native_id
            left join origin.expired_text x on x.item_id = o.id
            where not exists (select 1 from origin.item_text t where t.item_id = o.id)
            """);
        var purge = new Purge(connection);
        var counts = purge.Expire("select item_id from temp.later where expired")
            + purge.Texts("select item_id from temp.later where not expired");
        connection.Execute("""
            update main.item set state = l.state, captured_ms = l.captured_ms, text_hash = l.text_hash
            from temp.later l where l.item_id = main.item.id and not l.expired;
            drop table temp.later
            """);
        return counts;
    }

    private static PurgeCounts Authors(SqliteConnection connection)
    {
        const string Find = """
            drop table if exists temp.later;
            create temp table later as
            select i.id as item_id, i.author_id, i.source_id, i.created_ms - i.created_ms % 86400000 as day_ms, o.author_state, o.state
            from main.item i
            join main.source s on s.id = i.source_id
            join origin.source r on r.name = s.name
            join origin.item o on o.source_id = r.id and o.native_id = i.native_id
            where i.author_id is not null and o.author_id is null
            """;
        connection.Execute(Find);
        return AuthorKeys.Forget(connection);
    }
}
