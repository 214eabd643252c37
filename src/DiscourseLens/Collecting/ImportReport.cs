namespace DiscourseLens.Collecting;

/// <summary>What an import did.</summary>
/// <param name="Files">One entry a file, in the order given.</param>
/// <param name="Posts">Posts in the store afterwards.</param>
/// <param name="ImportAgain">Comment files read before threads came into view to which they may hold comments.</param>
public sealed record ImportReport(IReadOnlyList<FileReport> Files, long Posts, IReadOnlyList<LateFile> ImportAgain);

/// <summary>A comment file to import again.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Threads">Threads that came into view since it was read.</param>
public sealed record LateFile(string Name, long Threads);

/// <summary>One file's lines, all accounted for: Read = Stored + Duplicate + OutOfScope + Rejected.</summary>
/// <param name="File">Path as given.</param>
/// <param name="Read">Lines with content.</param>
/// <param name="Stored">Posts new to the store.</param>
/// <param name="Duplicate">Captures of posts that were in the store, or earlier in the file.</param>
/// <param name="OutOfScope">Posts counted but not stored.</param>
/// <param name="Rejected">Lines that could not be read; see the view <c>rejected</c>.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="IsUnchanged">The same content was read before under the same scope, so it was not read again.</param>
/// <param name="Error">Why nothing of the file was kept; null when all went well.</param>
public sealed record FileReport(
    string File, long Read, long Stored, long Duplicate, long OutOfScope, long Rejected, long Bytes, bool IsUnchanged, string? Error)
{
    /// <summary>Lower-case hex SHA-256 of the file, null when nothing of it was kept.</summary>
    public string? Sha256 { get; init; }

    /// <summary>A file of which nothing was kept.</summary>
    public static FileReport Failed(string file, long bytes, string error) => new(file, 0, 0, 0, 0, 0, bytes, false, error);
}
