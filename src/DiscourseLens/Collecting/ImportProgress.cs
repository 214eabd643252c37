namespace DiscourseLens.Collecting;

/// <summary>How far an import is.</summary>
/// <param name="File">Name of the file under way.</param>
/// <param name="CompressedDone">Compressed bytes read of all files, this one included.</param>
/// <param name="CompressedTotal">Compressed bytes of all files.</param>
/// <param name="Decoded">Decoded bytes of all files so far.</param>
/// <param name="Posts">Posts read so far.</param>
public readonly record struct ImportProgress(string File, long CompressedDone, long CompressedTotal, long Decoded, long Posts);
