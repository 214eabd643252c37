using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.GZip;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace DiscourseLens.Collecting.Archives;

/// <summary>An archive's decoded bytes: zstd, gzip or plain, told apart by their first bytes, not by name.</summary>
internal sealed class ArchiveStream : IDisposable
{
    /// <summary>Pushshift's files need a window of 2^31 bytes; the decoder allocates it whole.</summary>
    private const int LongestWindowLog = 31;
    private const int BufferBytes = 1 << 20;

    private readonly FileStream _file;
    private readonly Stream _decoded;
    private readonly string _name;

    public ArchiveStream(string path)
    {
        _name = Path.GetFileName(path);
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        _decoded = Decode(_file);
    }

    /// <summary>Compressed bytes taken from the file so far.</summary>
    public long CompressedPosition => _file.Position;

    /// <summary>Fills the buffer as far as the data goes; 0 at the end.</summary>
    /// <exception cref="ArchiveBrokenException">The file ends early or is damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return _decoded.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (exception is ZstdException or SharpZipBaseException or EndOfStreamException)
        {
            throw new ArchiveBrokenException(_name, _file.Position, exception);
        }
    }

    public void Dispose()
    {
        _decoded.Dispose();
        _file.Dispose();
    }

    private static Stream Decode(FileStream file)
    {
        Span<byte> magic = stackalloc byte[4];
        var read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        magic = magic[..read];
        if (magic.SequenceEqual<byte>([0x28, 0xB5, 0x2F, 0xFD]) || (read == 4 && magic[1..].SequenceEqual<byte>([0x2A, 0x4D, 0x18])))
            return Zstandard(file);
        // The framework's GZipStream takes a file cut short for a whole one.
        return magic.StartsWith<byte>([0x1F, 0x8B]) ? new GZipInputStream(file, BufferBytes) { IsStreamOwner = false } : file;
    }

    private static DecompressionStream Zstandard(FileStream file)
    {
        var stream = new DecompressionStream(file, BufferBytes, checkEndOfStream: true, leaveOpen: true);
        stream.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LongestWindowLog);
        return stream;
    }
}
