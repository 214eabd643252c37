using System.Buffers;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Whether a text may name a substance, by one vectorised search for the longest word of each term.</summary>
internal sealed class MentionPrefilter
{
    // What a disguised name puts in place of a letter.
    private static readonly SearchValues<char> Disguises = SearchValues.Create("013457@$");

    // Harmless beyond ASCII; anything else may fold to a letter or hide inside a word.
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x80).Select(i => (char)i)) + "‘’“”–—…•£€éèáíóúñüöäç");

    private readonly SearchValues<string> _stems;

    public MentionPrefilter(IEnumerable<TermEntry> entries) => _stems = SearchValues.Create(
        [.. entries.Where(entry => entry.Group == 0 && entry.Guard != TermGuard.Block).Select(Stem).Distinct()],
        StringComparison.OrdinalIgnoreCase);

    public bool MayMention(ReadOnlySpan<char> text) =>
        HasStem(text) || text.ContainsAnyExcept(Harmless) || MayBeDisguised(text);

    private static string Stem(TermEntry entry) =>
        entry.Term.TrimEnd('*').Split(' ').MaxBy(word => word.Length)!;

    private bool HasStem(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_stems) is var at and >= 0)
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) return true;
            text = text[(at + 1)..];
            // The rest of this word cannot begin a term.
            var end = text.IndexOfAnyExcept(Letters);
            text = end < 0 ? default : text[end..];
        }
        return false;
    }

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static bool MayBeDisguised(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Disguises) is var at and >= 0)
        {
            if (at > 0 && char.IsAsciiLetter(text[at - 1])) return true;
            text = text[(at + 1)..];
        }
        return false;
    }
}
