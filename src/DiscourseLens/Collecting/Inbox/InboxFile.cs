using System.Globalization;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Inbox;

/// <summary>An archive as it lay in the inbox at one look; equal to the next look's when neither it nor its sidecar changed.</summary>
/// <param name="Name">File name.</param>
/// <param name="Key">Name, size and time of the file and of its sidecar: other contents are other work.</param>
internal sealed record InboxFile(string Name, string Key)
{
    // Anything else in the folder is none of ours: copies under way (.part, .tmp), sidecars, notes, a README.
    private static readonly string[] s_archives = [".zst", ".gz", ".ndjson", ".jsonl"];

    /// <summary>The archives that lie in a folder now.</summary>
    public static IReadOnlyList<InboxFile> In(string folder) => [.. new DirectoryInfo(folder).EnumerateFiles()
        .Where(file => !file.Name.StartsWith('.') && s_archives.Contains(file.Extension.ToLowerInvariant()))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new InboxFile(file.Name, $"{file.Name}|{Stamp(file)}|{Stamp(new FileInfo(file.FullName + ".coverage.json"))}"))];

    /// <summary>The work of importing it; what does not decode comes last, to be refused with its reason.</summary>
    public NewWork ToWork(string folder) => new(InboxFolder.Kind, Key, $"1 {Place(folder)} {Name}", Name);

    private string Place(string folder)
    {
        try
        {
            var (kind, captured) = ArchiveFile.Peek(Path.Combine(folder, Name));
            return string.Create(CultureInfo.InvariantCulture, $"{(int)kind} {captured:D16}");
        }
        catch (Exception exception) when (exception is LensException or IOException or UnauthorizedAccessException)
        {
            return "9";
        }
    }

    private static string Stamp(FileInfo file) => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}@{new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds()}")
        : "none";
}
