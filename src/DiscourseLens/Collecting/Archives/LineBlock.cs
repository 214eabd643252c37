namespace DiscourseLens.Collecting.Archives;

/// <summary>A run of whole lines of an archive.</summary>
/// <param name="Buffer">Holds the lines; given back to the reader after use.</param>
/// <param name="Length">Bytes that belong to the block; the last line may lack its line feed at the end of the file.</param>
/// <param name="Offset">Position of the first byte in the decoded archive.</param>
/// <param name="IsOversized">The block is the beginning of one line longer than the limit; its rest was passed over.</param>
internal readonly record struct LineBlock(byte[] Buffer, int Length, long Offset, bool IsOversized);
