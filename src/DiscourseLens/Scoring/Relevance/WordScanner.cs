using System.Buffers;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Cuts a normalised text into words. Linear; a possessive <c>'s</c> is no word.</summary>
internal static class WordScanner
{
    // A term's words stand close: longer gaps are tables and ASCII art.
    private const int LongestGap = 3;

    private static readonly SearchValues<char> Joints = SearchValues.Create(" -'\"_\n\r\t");

    public static void Scan(ReadOnlySpan<char> text, List<Word> words)
    {
        words.Clear();
        var at = 0;
        while (Next(text, ref at, out var start, out var mixed))
        {
            if (IsPossessive(text, start, at)) continue;
            words.Add(new Word(start, at, Joined: false, mixed));
            if (words.Count < 2) continue;
            var before = words[^2];
            words[^2] = before with { Joined = Joins(text[before.End..start]) };
        }
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at, out int start, out bool mixed)
    {
        while (at < text.Length && !IsWord(text[at])) at++;
        start = at;
        mixed = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is >= 'a' and <= 'z') continue;
            if (c is >= '0' and <= '9') mixed |= at > start;
            else if (c is '@' or '$' && at > start && at + 1 < text.Length && text[at + 1] is >= 'a' and <= 'z') mixed = true;
            else if (c < '\u0080' || !IsWord(c)) break;
        }
        return at > start;
    }

    private static bool IsWord(char c) => c < '\u0080'
        ? c is (>= 'a' and <= 'z') or (>= '0' and <= '9')
        : char.IsLetterOrDigit(c);

    private static bool IsPossessive(ReadOnlySpan<char> text, int start, int end) =>
        end - start == 1 && text[start] == 's' && start >= 2 && text[start - 1] == '\'' && IsWord(text[start - 2]);

    private static bool Joins(ReadOnlySpan<char> gap)
    {
        if (gap.SequenceEqual(" ")) return true;
        if (gap.StartsWith("'s")) gap = gap[2..];
        return gap.Length <= LongestGap && !gap.ContainsAnyExcept(Joints);
    }
}
