using System.Runtime.CompilerServices;

namespace DiscourseLens.Scoring.Learning;

/// <summary>Hashes for features: FNV-1a steps over 64 bits and a multiplicative finish. Stable for ever: models depend on it.</summary>
internal static class FeatureHash
{
    /// <summary>Where a hash starts; part of every model.</summary>
    public const ulong Seed = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3, Golden = 0x9E3779B97F4A7C15;

    /// <summary>Adds a character or a symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, ulong symbol) => unchecked((hash ^ symbol) * Prime);

    /// <summary>Adds a symbol that is a hash itself, so that order and place tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong hash, ulong symbol) => unchecked(((hash << 23 | hash >> 41) ^ symbol) * Golden);

    /// <summary>A number of so many bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bucket(ulong hash, int bits) => (int)(unchecked((hash ^ (hash >> 32)) * Golden) >> (64 - bits));

    /// <summary>The hash of a word.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
            hash = Add(hash, c);
        return hash;
    }
}
