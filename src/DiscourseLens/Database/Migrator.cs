using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>Numbered, forward-only schema scripts; each commits together with the version it brings.</summary>
internal static class Migrator
{
    /// <summary>"DLNS" in the file header marks a DiscourseLens store.</summary>
    private const int ApplicationId = 0x444C4E53;

    private static readonly IReadOnlyList<(int Version, string Resource)> s_scripts = Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal))
        .Select(name => (int.Parse(name.AsSpan("Migrations/".Length, 4), CultureInfo.InvariantCulture), name))
        .Order()
        .ToList();

    /// <summary>The schema version this program writes.</summary>
    public static int Latest => s_scripts[^1].Version;

    /// <summary>Brings a new or older store to <see cref="Latest"/>.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        var version = ReadVersion(connection, path);
        foreach (var (next, resource) in s_scripts.Where(script => script.Version > version))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(ReadScript(resource), transaction: transaction);
            connection.Execute(
                string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {next}; pragma application_id = {ApplicationId}"),
                transaction: transaction);
            transaction.Commit();
        }
    }

    /// <summary>Refuses a store that is not at <see cref="Latest"/>, changing nothing.</summary>
    public static void Check(SqliteConnection connection, string path)
    {
        var version = ReadVersion(connection, path);
        if (version < Latest)
        {
            throw new LensException(
                $"Database '{path}' has schema {version} and this program reads {Latest}; run any writing command on it once, for example `discourselens score --database {path}`.");
        }
    }

    /// <summary>The store's schema version; 0 for an empty file.</summary>
    /// <exception cref="LensException">The file is another program's, or a newer one's.</exception>
    public static long ReadVersion(SqliteConnection connection, string path)
    {
        var version = connection.ExecuteScalar<long>("pragma user_version");
        var application = connection.ExecuteScalar<long>("pragma application_id");
        var tables = connection.ExecuteScalar<long>("select count(*) from sqlite_schema");
        if (application != ApplicationId && (tables > 0 || version != 0))
        {
            throw new LensException(
                $"'{path}' is a SQLite file of another program; name a DiscourseLens store with --database.");
        }

        if (version > Latest)
        {
            throw new LensException(
                $"Database '{path}' has schema {version} but this program knows {Latest}; install a newer DiscourseLens.");
        }

        return version;
    }

    private static string ReadScript(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!); // listed above
        return reader.ReadToEnd();
    }
}
