using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting;

/// <summary>The table <c>source</c>: whose ids items carry.</summary>
internal static class SourceRow
{
    /// <summary>The id of a source, entered when it is new.</summary>
    public static long Open(SqliteConnection connection, string name)
    {
        const string Sql = """
            insert into source (name) values (@name) on conflict do nothing;
            select id from source where name = @name
            """;
        return connection.ExecuteScalar<long>(Sql, new { name });
    }
}
