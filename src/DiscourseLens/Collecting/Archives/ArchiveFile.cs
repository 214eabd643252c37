using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>An archive on disk, known by its content: the same bytes under another name are the same file.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the compressed bytes.</param>
/// <param name="Bytes">Compressed length.</param>
/// <param name="Kind">The kind of its first post.</param>
/// <param name="FirstCapturedMs">When its first post was captured, 0 where the archive does not say.</param>
public sealed record ArchiveFile(string Path, string Sha256, long Bytes, PostKind Kind, long FirstCapturedMs)
{
    private const int SniffBytes = 256 << 10;

    /// <summary>The file's name without its folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Reads a file's identity and the kind of its first post; decodes no more than its beginning.</summary>
    /// <exception cref="ArchiveBrokenException">Its beginning does not decode.</exception>
    public static ArchiveFile Identify(string path)
    {
        using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var first = Sniff(path);
        return new ArchiveFile(path, hash, file.Length, first.Kind, first.CapturedMs ?? 0);
    }

    /// <summary>Where a file stands in the order of imports, from its beginning alone: submissions first, earlier crawls first.</summary>
    /// <exception cref="ArchiveBrokenException">Its beginning does not decode.</exception>
    internal static (PostKind Kind, long FirstCapturedMs) Peek(string path)
    {
        var first = Sniff(path);
        return (first.Kind, first.CapturedMs ?? 0);
    }

    /// <summary>Comments have a body; anything else, an empty file too, is read with the submissions.</summary>
    private static PushshiftLine Sniff(string path)
    {
        using var stream = new ArchiveStream(path);
        var buffer = new byte[SniffBytes];
        var head = buffer.AsSpan(0, stream.Read(buffer));
        var line = new PushshiftLine();
        var none = new PushshiftLine { Kind = PostKind.Submission };
        foreach (var range in head.Split((byte)'\n'))
        {
            var bytes = head[range].TrimStart(Encoding.UTF8.Preamble);
            if (PushshiftReader.TryRead(NotANumber.Replace(bytes) ?? bytes, line) is null)
                return line;
        }

        return none;
    }
}
