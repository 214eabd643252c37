using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Classifies 64 bytes at a time: with vectors, or byte by byte where there are none. Both agree bit for bit.
/// </summary>
internal static class ByteClassifier
{
    /// <summary>Whether this machine has vectors. 512 bits are split into what it has: 256 or 128.</summary>
    public static bool HasVectors => Vector128.IsHardwareAccelerated;

    public static BlockMasks Classify(ReadOnlySpan<byte> block, bool vectors) =>
        vectors ? ClassifyVector(block) : ClassifyPortable(block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static BlockMasks ClassifyVector(ReadOnlySpan<byte> block)
    {
        var bytes = Vector512.Create(block);
        var upper = In(bytes, 'A', 'Z');
        var lower = In(bytes, 'a', 'z');
        var wordOrDigit = upper | lower | In(bytes, '0', '9');
        return new BlockMasks(
            Space: In(bytes, '\t', '\r') | In(bytes, '\x1C', ' '),
            Punctuation: In(bytes, '!', '~') & ~wordOrDigit,
            Upper: upper,
            Lower: lower,
            NonAscii: bytes.ExtractMostSignificantBits(),
            Exclamations: In(bytes, '!', '!'),
            Questions: In(bytes, '?', '?'));
    }

    /// <summary>The bytes from first to last: less the first, unsigned, they are at most the range's width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong In(Vector512<byte> bytes, char first, char last)
    {
        var shifted = bytes - Vector512.Create((byte)first);
        return Vector512.LessThanOrEqual(shifted, Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();
    }

    static BlockMasks ClassifyPortable(ReadOnlySpan<byte> block)
    {
        ulong space = 0, punctuation = 0, upper = 0, lower = 0, nonAscii = 0, exclamations = 0, questions = 0;
        for (var i = 0; i < BlockMasks.BlockSize; i++)
        {
            var c = (char)block[i];
            var bit = 1UL << i;
            if (c > 0x7F)
                nonAscii |= bit;
            else if (char.IsAsciiLetterLower(c))
                lower |= bit;
            else if (char.IsAsciiLetterUpper(c))
                upper |= bit;
            else if (c is (>= '\t' and <= '\r') or (>= '\x1C' and <= ' '))
                space |= bit;
            else if (c is > ' ' and <= '~' && !char.IsAsciiDigit(c))
                punctuation |= bit;
            exclamations |= c == '!' ? bit : 0;
            questions |= c == '?' ? bit : 0;
        }
        return new BlockMasks(space, punctuation, upper, lower, nonAscii, exclamations, questions);
    }
}
