using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Makes one file's staged rows visible, all of them in one transaction.</summary>
internal sealed class ArchivePublisher(SqliteConnection connection, long sourceId, ImportScope scope)
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
            transaction.Commit();
            _deletions.EmptyLog();
            return stored;
        }
        finally
        {
            connection.Execute(DropScratch);
            connection.Execute("detach database staged");
        }
    }

    private const string DropScratch = """
        drop table if exists temp.newest;
        drop table if exists temp.fresh;
        drop table if exists temp.touched;
        drop table if exists temp.context;
        drop table if exists temp.stale;
        drop table if exists temp.hinted;
        drop table if exists temp.late;
        drop table if exists temp.reach;
        drop table if exists temp.left_author;
        drop table if exists temp.purged;
        """;

    private long Publish(ArchiveFile file, FileTally tally, CoverageDeclaration declaration, bool namesAllCommunities)
    {
        var ledger = new FileLedger(connection, sourceId);
        var threads = new LateThreads(connection, sourceId);
        var windows = new FileWindows(connection);
        tally.OutOfScope += _deletions.Publish();
        var fileId = ledger.Upsert(file, tally, scope.Fingerprint);
        InsertCommunities(tally, namesAllCommunities);
        threads.FindNewHints();
        var stored = new ItemMerge(connection, sourceId, fileId).Run();
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

    // Of several spellings the first in byte order stands, whatever the order of files.
    private void InsertCommunities(FileTally tally, bool all)
    {
        var staged = connection.Query<string>("select distinct community from staged.post order by community").ToHashSet();
        const string Insert = """
            insert into community (source_id, name, name_key, class) values (@sourceId, @Name, @Key, @Class)
            on conflict do update set name = min(name, excluded.name), class = excluded.class
            """;
        connection.Execute(Insert, tally.Communities.All
            .Where(community => all || staged.Contains(community.Key))
            .OrderBy(community => community.Key, StringComparer.Ordinal)
            .Select(community => new { sourceId, community.Name, community.Key, community.Class }));
    }
}
