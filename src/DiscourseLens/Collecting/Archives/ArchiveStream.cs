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

    // As exact as the offset of a broken file can be told; larger ones decode no faster.
    private const int BufferBytes = 128 << 10;

    private readonly FileStream _file;
    private readonly Stream _decoded;
    private readonly string _name;

    public ArchiveStream(string path)
    {
        _name = Path.GetFileName(path);
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        try
        {
            _decoded = Decode(_file);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
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

    private Stream Decode(FileStream file)
    {
        Span<byte> magic = stackalloc byte[6];
        magic = magic[..file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (magic.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) || (magic.Length > 3 && magic[1..4].SequenceEqual<byte>([0x2A, 0x4D, 0x18])))
            return Zstandard(file);
        if (magic.StartsWith("BZh"u8) || magic.StartsWith("PK\x03\x04"u8) || magic.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58, 0x5A]))
            throw new LensException($"'{_name}' is packed as bzip2, xz or zip, which is not read; repack it as .zst or .gz.");
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
