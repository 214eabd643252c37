using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// A token in lower case, packed into three numbers: one comparison of values is a comparison of words.
/// </summary>
/// <remarks>
/// Holds ASCII up to <see cref="MaxLength"/> bytes. The length is part of the key, or "a" and "a\0" would be one.
/// </remarks>
internal readonly record struct WordKey(ulong First, ulong Second, ulong Last)
{
    /// <summary>The longest token that can be a word, in bytes; the longest in the lexicon has 19.</summary>
    public const int MaxLength = 23;

    /// <summary>Bytes that must be readable from a token's first byte on, whatever its length.</summary>
    public const int ReadableBytes = 24;

    /// <summary>Packs the ASCII token that starts <paramref name="readable"/>.</summary>
    /// <param name="readable">The token and whatever follows it, at least <see cref="ReadableBytes"/> bytes.</param>
    /// <param name="length">The token's length, from 1 to <see cref="MaxLength"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey Pack(ReadOnlySpan<byte> readable, int length)
    {
        var first = ToLower(Read(readable, 0) & MaskOf(length));
        var second = length > 8 ? ToLower(Read(readable, 8) & MaskOf(length - 8)) : 0;
        var last = length > 16 ? ToLower(Read(readable, 16) & MaskOf(length - 16)) : 0;
        return new WordKey(first, second, last | ((ulong)length << 56));
    }

    /// <summary>Packs a word of the lexicon or of a rule.</summary>
    public static WordKey Pack(string word)
    {
        Span<byte> bytes = stackalloc byte[ReadableBytes];
        bytes.Clear();
        return Pack(bytes, Encoding.ASCII.GetBytes(word, bytes));
    }

    /// <summary>A hash in the high bits: the sum of the parts, each times a large odd number, modulo 2^64.</summary>
    public ulong Hash => unchecked(
        (First * 0x9E3779B97F4A7C15) + (Second * 0xC2B2AE3D27D4EB4F) + (Last * 0x165667B19E3779F9));

    static ulong Read(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    static ulong MaskOf(int bytes) => bytes >= 8 ? ulong.MaxValue : ulong.MaxValue >> (64 - (8 * bytes));

    /// <summary>Lower-cases eight ASCII bytes at once.</summary>
    static ulong ToLower(ulong ascii)
    {
        const ulong EachByte = 0x0101010101010101;
        // No ASCII byte exceeds 7F, so no sum carries into its neighbour; the top bit says "at least A", "beyond Z".
        // Other bytes come out wrong but never as ASCII, so such a key equals no word's.
        var atLeastA = unchecked(ascii + (EachByte * (0x80 - 'A')));
        var beyondZ = unchecked(ascii + (EachByte * (0x80 - 'Z' - 1)));
        var capitals = atLeastA & ~beyondZ & (EachByte * 0x80);
        return ascii | (capitals >> 2);
    }
}
