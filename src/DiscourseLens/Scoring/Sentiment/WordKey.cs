using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>A short token in lower case, packed into one value: comparing values is comparing words.</summary>
/// <remarks>
/// Holds ASCII up to <see cref="MaxLength"/> bytes; other bytes stay as they are and equal no word's. The last byte is the length,
/// or "a" and "a\0" would be one.
/// </remarks>
internal static class WordKey
{
    /// <summary>The longest token that has a key.</summary>
    public const int MaxLength = 15;

    /// <summary>Bytes that must be readable from a token's first byte on, whatever its length.</summary>
    public const int ReadableBytes = 16;

    /// <summary>Packs the token that starts <paramref name="readable"/>.</summary>
    /// <param name="readable">The token and whatever follows it, at least <see cref="ReadableBytes"/> bytes.</param>
    /// <param name="length">The token's length, from 1 to <see cref="MaxLength"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Pack(ReadOnlySpan<byte> readable, int length)
    {
        unchecked
        {
            var inToken = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
            return ToLower(Vector128.Create(readable) & inToken).WithElement(MaxLength, (byte)length);
        }
    }

    /// <summary>A hash in the high bits: the sum of the halves, each times a large odd number, modulo 2^64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(Vector128<byte> key) =>
        unchecked((key.AsUInt64()[0] * 0x9E3779B97F4A7C15) + (key.AsUInt64()[1] * 0xC2B2AE3D27D4EB4F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> ToLower(Vector128<byte> ascii)
    {
        const byte Case = 'a' - 'A';
        var capitals = Vector128.LessThanOrEqual(ascii - Vector128.Create((byte)'A'), Vector128.Create((byte)('Z' - 'A')));
        return ascii | (capitals & Vector128.Create(Case));
    }
}
