namespace DiscourseLens.Collecting.Archives;

/// <summary>An archive that does not decode to its end.</summary>
public sealed class ArchiveBrokenException : LensException
{
    /// <summary>Names the file, the place and the cause.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="offset">Bytes of the compressed file that had been read, 0 to its length.</param>
    /// <param name="cause">What the decoder said.</param>
    public ArchiveBrokenException(string file, long offset, Exception cause)
        : base(
            $"'{file}' is broken at compressed offset {offset} ({cause?.Message}); nothing of it was kept. Fetch it again and compare its checksum.",
            cause!) => Offset = offset;

    /// <summary>Bytes of the compressed file that had been read when it broke.</summary>
    public long Offset { get; }
}
