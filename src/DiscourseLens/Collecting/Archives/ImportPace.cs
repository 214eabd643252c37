namespace DiscourseLens.Collecting.Archives;

/// <summary>Adds up the progress of single files to that of the whole import.</summary>
internal sealed class ImportPace(IProgress<ImportProgress>? progress, long compressedTotal)
{
    private long _compressed;
    private long _decoded;
    private long _posts;

    /// <summary>Tells how far the file under way is.</summary>
    public void Report(ArchiveFile file, long compressed, long decoded, long posts) => progress?.Report(
        new ImportProgress(file.Name, _compressed + compressed, compressedTotal, _decoded + decoded, _posts + posts));

    /// <summary>Counts a file as done, however it ended.</summary>
    public void Finish(ArchiveFile file, long decoded, long posts)
    {
        _compressed += file.Bytes;
        _decoded += decoded;
        _posts += posts;
        Report(file, 0, 0, 0);
    }
}
