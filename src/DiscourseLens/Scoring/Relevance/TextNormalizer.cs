using System.Buffers;
using System.Text;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Makes spellings comparable: compatibility forms, case, quotes, dashes, spaces; invisible characters go.</summary>
/// <remarks>
/// Does by table what NFKC does to Latin letters and digits. <see cref="string.Normalize()"/> cannot serve: under
/// InvariantGlobalization it returns non-ASCII text unchanged. Linear in the text; never throws on lone surrogates.
/// </remarks>
public static class TextNormalizer
{
    /// <summary>Normalises a text; one unit of the result always comes from one character of the original.</summary>
    public static NormalizedText Normalize(ReadOnlySpan<char> text)
    {
        // A ligature yields up to three units.
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        if (Ascii.ToLower(text, buffer, out _) == OperationStatus.Done)
            return new NormalizedText(buffer, text.Length, null, null);
        if (text.ContainsAnyInRange('\uFB00', '\uFB06'))
        {
            ArrayPool<char>.Shared.Return(buffer);
            buffer = ArrayPool<char>.Shared.Rent(checked(text.Length * 3));
        }
        return Fold(text, buffer);
    }

    private static NormalizedText Fold(ReadOnlySpan<char> text, char[] buffer)
    {
        var starts = ArrayPool<int>.Shared.Rent(buffer.Length);
        var ends = ArrayPool<int>.Shared.Rent(buffer.Length);
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var width = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            var written = width == 2
                ? CompatibilityFold.Pair(text[i], text[i + 1], buffer.AsSpan(length))
                : CompatibilityFold.Single(text[i], buffer.AsSpan(length));
            starts.AsSpan(length, written).Fill(i);
            ends.AsSpan(length, written).Fill(i + width);
            length += written;
            i += width;
        }
        return new NormalizedText(buffer, length, starts, ends);
    }
}
