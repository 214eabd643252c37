using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>The communities of a source in the store.</summary>
internal static class CommunityRows
{
    /// <summary>Enters communities. Of several spellings the first in byte order stands, whatever the order in which they come.</summary>
    public static void Insert(SqliteConnection connection, long sourceId, IEnumerable<FileCommunity> communities)
    {
        const string Sql = """
            insert into community (source_id, name, name_key, class) values (@sourceId, @Name, @Key, @Class)
            on conflict do update set name = min(name, excluded.name), class = excluded.class
            """;
        connection.Execute(Sql, communities
            .OrderBy(community => community.Key, StringComparer.Ordinal)
            .Select(community => new { sourceId, community.Name, community.Key, community.Class }));
    }
}
