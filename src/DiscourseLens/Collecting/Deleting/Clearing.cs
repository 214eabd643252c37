using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>
/// Removes what a purge leaves behind: copies of moved rows in the file's pages, the log, an import that broke off, and every
/// registered backup. Only the process that holds the <see cref="WriterLock"/> may run it, and not during an import.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock of receipts.</param>
/// <param name="fence">Guards the closing transaction; null when run by hand.</param>
public sealed class Clearing(LensDatabase database, TimeProvider time, Fence? fence = null)
{
    /// <summary>Clears up after all purges that wait for it; does nothing when none does.</summary>
    /// <exception cref="LensException">There is no room for it.</exception>
    public ClearingReport Run(CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var last = PurgeReceipts.LastWaiting(connection);
        if (last == 0)
            return ClearingReport.Nothing;
        File.Delete(database.Path + Collector.StagingSuffix);
        var isEmpty = database.Rewrite();
        var (cleaned, deleted, missing, left) = new Backups(database, time).Clean(cancellationToken);
        if (isEmpty && left == 0)
            Close(last);
        return new(isEmpty, cleaned, deleted, missing, left);

        void Close(long receipt)
        {
            using var transaction = connection.BeginTransaction();
            PurgeReceipts.Clear(connection, receipt, time.GetUtcNow().ToUnixTimeMilliseconds());
            fence?.Invoke(connection);
            transaction.Commit();
        }
    }
}

/// <summary>What clearing did.</summary>
/// <param name="IsLogEmpty">Whether the log could be emptied; a reader keeps it otherwise.</param>
/// <param name="BackupsCleaned">Backups that no longer hold what was purged.</param>
/// <param name="BackupsDeleted">Backups that could not be read and were deleted.</param>
/// <param name="BackupsMissing">Registered backups that are not where they were made; they are cleaned when they are restored.</param>
/// <param name="BackupsLeft">Backups that could not be written now.</param>
public sealed record ClearingReport(bool IsLogEmpty, int BackupsCleaned, int BackupsDeleted, int BackupsMissing, int BackupsLeft)
{
    /// <summary>There was nothing to clear up.</summary>
    public static ClearingReport Nothing { get; } = new(true, 0, 0, 0, 0);

    /// <summary>Whether no trace is left within reach.</summary>
    public bool IsDone => IsLogEmpty && BackupsLeft == 0;
}
