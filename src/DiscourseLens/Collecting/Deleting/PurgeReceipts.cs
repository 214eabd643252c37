using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>The table <c>purge_receipt</c>: numbers only, nothing of what was purged.</summary>
internal static class PurgeReceipts
{
    /// <summary>Enters a purge in the transaction that did it.</summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="reason">One of <see cref="PurgeReason"/>.</param>
    /// <param name="counts">What it took.</param>
    /// <param name="nowMs">When.</param>
    /// <param name="always">Whether one that took nothing gets a receipt too, so that backups are looked through.</param>
    public static void Write(SqliteConnection connection, string reason, PurgeCounts counts, long nowMs, bool always = false)
    {
        const string Sql = """
            insert into purge_receipt (at_ms, reason, items, texts, authors, captures, scores, mentions)
            values (@nowMs, @reason, @Items, @Texts, @Authors, @Captures, @Scores, @Mentions)
            """;
        if (always || !counts.IsNone)
        {
            connection.Execute(Sql, new
            {
                nowMs,
                reason,
                counts.Items,
                counts.Texts,
                counts.Authors,
                counts.Captures,
                counts.Scores,
                counts.Mentions,
            });
        }
    }

    /// <summary>Whether backups may hold posts that the store does not: an older one was restored while they were there.</summary>
    public static bool BackupsMayHoldMore(SqliteConnection connection) => connection.ExecuteScalar<bool>(
        "select exists (select 1 from backup) and exists (select 1 from study where name = 'restored_ms')");

    /// <summary>The newest receipt of a purge whose traces may still be in the file, its log or a backup; 0 for none.</summary>
    public static long LastWaiting(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("select coalesce(max(id), 0) from purge_receipt where cleared_ms is null");

    /// <summary>No trace is left of the purges up to a receipt.</summary>
    public static void Clear(SqliteConnection connection, long last, long nowMs) =>
        connection.Execute("update purge_receipt set cleared_ms = @nowMs where cleared_ms is null and id <= @last", new { last, nowMs });
}
