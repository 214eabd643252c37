using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Makes one file's staged rows visible, all of them in one transaction.</summary>
internal sealed class ArchivePublisher(
    SqliteConnection connection, long sourceId, ImportScope scope, TimeProvider time, Fence? fence)
{
    private readonly LateDeletions _deletions = new(connection, sourceId);

    /// <summary>Publishes; returns how many posts are new to the store.</summary>
    public long Publish(
        ArchiveFile file, FileTally tally, ArchiveStaging staging, CoverageDeclaration declaration, bool namesAllCommunities)
    {
        connection.Execute("attach @path as staged", new { path = staging.Path });
        try
        {
            using var transaction = connection.BeginTransaction();
            var stored = Publish(file, tally, declaration, namesAllCommunities);
            fence?.Invoke(connection);
            transaction.Commit();
            _deletions.EmptyLog();
            return stored;
        }
        finally
        {
            connection.Execute(ItemMerge.DropScratch);
            connection.Execute("detach database staged");
        }
    }

    private long Publish(ArchiveFile file, FileTally tally, CoverageDeclaration declaration, bool namesAllCommunities)
    {
        var ledger = new FileLedger(connection, sourceId);
        var threads = new LateThreads(connection, sourceId);
        var windows = new FileWindows(connection);
        tally.OutOfScope += _deletions.Publish();
        var fileId = ledger.Upsert(file, tally, scope.Fingerprint);
        InsertCommunities(tally, namesAllCommunities);
        threads.FindNewHints();
        var merge = new ItemMerge(connection, sourceId, fileId);
        var stored = merge.Run();
        _deletions.Account(merge.Lost, time.GetUtcNow().ToUnixTimeMilliseconds());
        ledger.Account(fileId, stored, tally.InScope);
        ledger.WriteRejects(fileId);
        ledger.WriteCounts(fileId, tally);
        threads.Mark();
        threads.MergeHints();
        if (namesAllCommunities)
            windows.WriteCommunities(fileId, sourceId, tally.Communities.All);
        windows.Replace(fileId, declaration);
        new CoverageLedger(connection, sourceId).Rebuild();
        return stored;
    }

    private void InsertCommunities(FileTally tally, bool all)
    {
        var staged = connection.Query<string>("select distinct community from staged.post order by community").ToHashSet();
        CommunityRows.Insert(connection, sourceId, tally.Communities.All.Where(community => all || staged.Contains(community.Key)));
    }
}
