using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>The store's list of scorer versions, of which one of each kind is current.</summary>
internal sealed class ScorerRegistry(SqliteConnection connection, TimeProvider time)
{
    private const long None = -1;

    /// <summary>Makes a version the current one of its kind, adding it when it is new; returns its id.</summary>
    public long MakeCurrent(ScorerVersion version)
    {
        const string Sql = """
            insert into scorer (kind, name, version, hash, first_used_ms, current) values (@Kind, @Name, @Version, @Hash, @now, 0)
            on conflict do nothing;
            update scorer set current = (name = @Name and version = @Version and hash = @Hash) where kind = @Kind;
            select id from scorer where kind = @Kind and current = 1
            """;
        return connection.ExecuteScalar<long>(Sql, new
        {
            version.Kind,
            version.Name,
            version.Version,
            version.Hash,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        });
    }

    /// <summary>The id of a version; that of no version where the store does not know it.</summary>
    public long Find(ScorerVersion version)
    {
        const string Sql = "select id from scorer where kind = @Kind and name = @Name and version = @Version and hash = @Hash";
        return connection.ExecuteScalar<long?>(Sql, new { version.Kind, version.Name, version.Version, version.Hash }) ?? None;
    }

    /// <summary>Refuses a version where another of its kind is current.</summary>
    /// <exception cref="LensException">Another is.</exception>
    public void RequireOrNone(ScorerVersion version)
    {
        const string Sql = """
            select name || '/' || version || '/' || substr(hash, 1, 8) from scorer
            where kind = @Kind and current = 1 and not (name = @Name and version = @Version and hash = @Hash)
            """;
        if (connection.ExecuteScalar<string>(Sql, new { version.Kind, version.Name, version.Version, version.Hash }) is { } other)
        {
            throw new LensException(
                $"The store's {version.Kind} is of {other} and the settings ask for {version}, on which the other scores rest; run `discourselens score` without --scorer, or with --scorer {version.Kind} first.");
        }
    }
}
