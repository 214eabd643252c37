using Dapper;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;

namespace DiscourseLens.Collecting;

/// <summary>
/// Takes archives into the store: submission files before comment files, each decoded once, counted whole, staged where in
/// scope, and published in one transaction when it was read to its end.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="scope">Which posts are stored.</param>
/// <param name="key">The study key.</param>
/// <param name="fence">Guards every transaction that publishes; null when run by hand.</param>
/// <param name="time">The clock of receipts of purges; the system's when null.</param>
public sealed class Collector(LensDatabase database, ImportScope scope, StudyKey key, Fence? fence = null, TimeProvider? time = null)
{
    /// <summary>What the file in which an import's rows wait adds to the store's name.</summary>
    internal const string StagingSuffix = ".staging";

    private const string Source = "reddit";

    private string StagingPath => database.Path + StagingSuffix;

    /// <summary>Imports files. Those that fail leave nothing behind and do not stop the others.</summary>
    /// <param name="paths">Archive files, in any order: the result does not depend on it.</param>
    /// <param name="covers">FROM..UNTIL that every file covers, or null to go by names and sidecars.</param>
    /// <param name="progress">Told after every block of decoded text.</param>
    /// <param name="cancellationToken">Stops between blocks; the file under way leaves nothing behind.</param>
    /// <exception cref="LensException">The store belongs to another study key, or <paramref name="covers"/> is no interval.</exception>
    public ImportReport Import(
        IReadOnlyList<string> paths, string? covers, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (covers is not null)
            CoverageDeclaration.ParseInterval(covers);
        using var connection = database.Connect();
        key.Claim(connection);
        ArchiveStaging.Discard(StagingPath);
        var sourceId = SourceRow.Open(connection, Source);
        var reports = new Dictionary<string, FileReport>();
        var files = Identify(paths, reports);
        var import = new ArchiveImport(connection, sourceId, Source, scope, key, StagingPath, time ?? TimeProvider.System, fence);
        var pace = new ImportPace(progress, files.Sum(file => file.Bytes));
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reports[file.Path] = import.Run(file, covers, pace, cancellationToken);
        }

        return new ImportReport(
            [.. paths.Select(path => reports[path])],
            connection.ExecuteScalar<long>("select count(*) from item"),
            import.LateFiles());
    }

    /// <summary>
    /// The order that makes the result independent of the order given: submissions first, and earlier crawls first, so that
    /// a post is known when a later crawl shows it deleted.
    /// </summary>
    private static List<ArchiveFile> Identify(IReadOnlyList<string> paths, Dictionary<string, FileReport> failed)
    {
        var files = new List<ArchiveFile>();
        foreach (var path in paths.Distinct())
        {
            try
            {
                files.Add(ArchiveFile.Identify(path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or LensException)
            {
                failed[path] = FileReport.Failed(path, File.Exists(path) ? new FileInfo(path).Length : 0, exception.Message);
            }
        }

        return [.. files.OrderBy(file => file.Kind).ThenBy(file => file.FirstCapturedMs).ThenBy(file => file.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Sha256, StringComparer.Ordinal)];
    }
}
