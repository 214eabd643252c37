using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting;

/// <summary>The table <c>source</c>: whose ids items carry.</summary>
internal static class SourceRow
{
    /// <summary>The id of a source, entered when it is new.</summary>
    /// <exception cref="LensException">The source was forgotten.</exception>
    public static long Open(SqliteConnection connection, string name)
    {
        const string Sql = """
            insert into source (name) values (@name) on conflict do nothing;
            select id from source where name = @name
            """;
        var id = connection.ExecuteScalar<long>(Sql, new { name });
        if (connection.ExecuteScalar<bool>("select exists (select 1 from forgotten_source where source_id = @id)", new { id }))
            throw new LensException($"The source '{name}' was forgotten in this store, and nothing of it is stored again; use another store, or disable it in the settings.");
        return id;
    }
}
