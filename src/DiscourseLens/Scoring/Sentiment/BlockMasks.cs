namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The classes of 64 consecutive bytes, one bit a byte, the lowest bit for the first.</summary>
/// <param name="Space">White space: 09-0D and 1C-20.</param>
/// <param name="Punctuation">ASCII punctuation, what Python's <c>string.punctuation</c> holds.</param>
/// <param name="Upper">A to Z.</param>
/// <param name="Lower">a to z.</param>
/// <param name="NonAscii">Part of a character beyond ASCII.</param>
/// <param name="Exclamations">The sign "!".</param>
/// <param name="Questions">The sign "?".</param>
internal readonly record struct BlockMasks(
    ulong Space, ulong Punctuation, ulong Upper, ulong Lower, ulong NonAscii, ulong Exclamations, ulong Questions)
{
    public const int BlockSize = 64;
}
