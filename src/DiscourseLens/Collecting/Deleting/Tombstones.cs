using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>What must never be stored again: posts by their ids, authors by their keys, sources whole.</summary>
internal sealed class Tombstones(SqliteConnection connection)
{
    /// <summary>
    /// Purges what the tombstones forbid. Posts of a forgotten author get their own, since a later sighting may show them
    /// without the author.
    /// </summary>
    public PurgeCounts Enforce()
    {
        const string Note = """
            insert into gone_item (source_id, native_id)
            select i.source_id, i.native_id from item i join author a on a.id = i.author_id join forgotten_author f on f.key = a.key
            where true on conflict do nothing;
            delete from thread_hint where (source_id, native_id) in (select source_id, native_id from gone_item)
                or source_id in (select source_id from forgotten_source)
            """;
        const string Forbidden = """
            select i.id from item i join gone_item g on g.source_id = i.source_id and g.native_id = i.native_id
            union
            select i.id from item i join forgotten_source f on f.source_id = i.source_id
            """;
        connection.Execute(Note);
        return new Purge(connection).Items(Forbidden);
    }
}
