using System.Collections.Frozen;

namespace DiscourseLens.Scoring.Language;

/// <summary>Common English words that other European languages do not write alike.</summary>
internal static class EnglishWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "the and that it you your this with have are been but they their them there what when which who "
        + "how why would could should can can't don't didn't isn't doesn't it's i'm i've that's just get "
        + "know think because from about than some into only other more these those we our his does did "
        + "here good really very people time make thanks thank yeah never always still being much where "
        + "after before through")
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The share of words on the list, in [0, 1]; 0 for a text without words.</summary>
    public static double ShareOf(ReadOnlySpan<char> text)
    {
        int words = 0, english = 0, start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || (text[i] == '\'' && start >= 0)))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            words++;
            if (Words.Contains(text[start..i])) english++;
            start = -1;
        }
        return words == 0 ? 0 : (double)english / words;
    }
}
