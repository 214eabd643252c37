using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>The way of one archive file into the store: known already, or scanned, staged and published.</summary>
internal sealed class ArchiveImport(
    SqliteConnection connection, long sourceId, string source, ImportScope scope, StudyKey key, string stagingPath, TimeProvider time,
    Fence? fence)
{
    private PostIndex? _index;

    public FileReport Run(ArchiveFile file, string? covers, ImportPace pace, CancellationToken cancellationToken)
    {
        try
        {
            var report = FindUnchanged(file) is { } known && CanTell(known, file, covers)
                ? Recognise(file, known, covers, pace)
                : Read(file, covers, pace, cancellationToken);
            return report with { Sha256 = file.Sha256 };
        }
        catch (Exception exception) when (exception is LensException or IOException)
        {
            _index = null; // it knows posts that were not published
            pace.Finish(file, 0, 0);
            return FileReport.Failed(file.Path, file.Bytes, exception.Message);
        }
    }

    /// <summary>Comment files that threads came too late for.</summary>
    public IReadOnlyList<LateFile> LateFiles()
    {
        const string Sql = """
            select name as Name, late_threads as Threads from archive_file
            where source_id = @sourceId and late_threads > 0 order by name
            """;
        return [.. connection.Query<LateRow>(Sql, new { sourceId }).Select(row => new LateFile(row.Name, row.Threads))];
    }

    private FileReport Read(ArchiveFile file, string? covers, ImportPace pace, CancellationToken cancellationToken)
    {
        _index ??= PostIndex.Load(connection, sourceId);
        using var staging = new ArchiveStaging(stagingPath);
        var scan = new ArchiveScan(source, scope, key, _index, staging);
        var size = 0L;
        using (var reader = new BlockReader(file.Path))
        {
            scan.Run(reader, decoded =>
            {
                size = decoded;
                pace.Report(file, reader.CompressedPosition, decoded, scan.Tally.Read);
            }, cancellationToken);
        }

        staging.Complete();
        var tally = scan.Tally;
        var declaration = CoverageDeclaration.Read(file.Path, covers, tally.Kinds);
        var stored = new ArchivePublisher(connection, sourceId, scope, time, fence)
            .Publish(file, tally, staging, declaration, namesAllCommunities: !declaration.Everywhere);
        pace.Finish(file, size, tally.Read);
        return new FileReport(file.Path, tally.Read, stored, tally.InScope - stored, tally.OutOfScope,
            tally.Rejected, file.Bytes, false, null);
    }

    /// <summary>A file read before under this scope adds nothing; only what it is said to cover may be new.</summary>
    private FileReport Recognise(ArchiveFile file, FileRow known, string? covers, ImportPace pace)
    {
        var declaration = CoverageDeclaration.Read(file.Path, covers, KindsOf(known.Id));
        using (var transaction = connection.BeginTransaction())
        {
            if (new FileWindows(connection).Replace(known.Id, declaration))
            {
                new CoverageLedger(connection, sourceId).Rebuild();
                new FileLedger(connection, sourceId).MarkDirty(known.Id);
            }

            fence?.Invoke(connection);
            transaction.Commit();
        }

        pace.Finish(file, 0, known.Read);
        return new FileReport(file.Path, known.Read, 0, known.Stored + known.Duplicate, known.OutOfScope, known.Rejected,
            file.Bytes, true, null);
    }

    // A file that covered all communities did not keep the names of those in it; to cover only these it must be read again.
    private bool CanTell(FileRow known, ArchiveFile file, string? covers)
    {
        var declaration = CoverageDeclaration.Read(file.Path, covers, KindsOf(known.Id));
        return declaration.IsEmpty || declaration.Everywhere || !new FileWindows(connection).IsEverywhere(known.Id);
    }

    private FileRow? FindUnchanged(ArchiveFile file)
    {
        const string Sql = """
            select id as Id, read as Read, stored as Stored, duplicate as Duplicate, out_of_scope as OutOfScope,
                rejected as Rejected
            from archive_file where sha256 = @Sha256 and scope = @Fingerprint and late_threads = 0
            """;
        return connection.QuerySingleOrDefault<FileRow>(Sql, new { file.Sha256, scope.Fingerprint });
    }

    private PostKind[] KindsOf(long fileId)
    {
        const string Sql = "select distinct kind from archive_count where file_id = @fileId order by kind";
        return [.. connection.Query<string>(Sql, new { fileId })
            .Select(kind => kind == "comment" ? PostKind.Comment : PostKind.Submission)];
    }

    private sealed class FileRow
    {
        public long Id { get; init; }
        public long Read { get; init; }
        public long Stored { get; init; }
        public long Duplicate { get; init; }
        public long OutOfScope { get; init; }
        public long Rejected { get; init; }
    }

    private sealed class LateRow
    {
        public string Name { get; init; } = "";
        public long Threads { get; init; }
    }
}
