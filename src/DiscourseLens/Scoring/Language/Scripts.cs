namespace DiscourseLens.Scoring.Language;

/// <summary>Languages told by their script alone.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, string Code)[] Blocks =
    [
        ('\u0370', '\u03FF', "el"),
        ('\u0400', '\u052F', "ru"),
        ('\u0590', '\u05FF', "he"),
        ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"),
        ('\u0E00', '\u0E7F', "th"),
        ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"),
        ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>The code of the script that holds more than half of the letters; null for Latin and unknown ones.</summary>
    public static string? CodeOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Blocks.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var i = 0; c >= Blocks[0].First && i < counts.Length; i++)
                if (c >= Blocks[i].First && c <= Blocks[i].Last) counts[i]++;
        }
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] * 2 > letters) return Blocks[i].Code;
        // Japanese mixes kana with Chinese characters, neither of which need make half.
        return (counts[6] + counts[7]) * 2 > letters ? "ja" : null;
    }
}
