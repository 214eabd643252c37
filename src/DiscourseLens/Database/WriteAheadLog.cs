using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>The store's log, which holds whatever was written or purged until it is brought into the file.</summary>
internal static class WriteAheadLog
{
    private const int PatienceMs = 5000; // a reader's query holds the log for as long as it runs

    /// <summary>Brings the log into the file and empties it; false when a reader kept it from that.</summary>
    public static bool Empty(SqliteConnection connection)
    {
        connection.Execute($"pragma busy_timeout = {PatienceMs}");
        try
        {
            return connection.ExecuteScalar<long>("pragma wal_checkpoint(truncate)") == 0;
        }
        finally
        {
            connection.Execute("pragma busy_timeout = 0");
        }
    }
}
