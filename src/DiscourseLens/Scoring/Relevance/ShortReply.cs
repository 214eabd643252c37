using System.Collections.Frozen;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Whether a reply that names nothing still speaks of its parent's topic.</summary>
internal static class ShortReply
{
    // Longer replies that name neither substance nor therapy have mostly left the topic.
    private const int MostWords = 40;

    // Replies this short have room for nothing but the topic at hand.
    private const int BareWords = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointing = new[]
    {
        "it", "its", "this", "that", "these", "those", "they", "them", "same", "exactly", "agree", "agreed", "yes", "no",
        "works", "worked", "helps", "helped", "dangerous", "safe", "scam", "hype",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool SpeaksOfParent(string text)
    {
        if (text.Length > MostWords * 12) return false;
        using var normal = TextNormalizer.Normalize(text);
        var words = new List<Word>();
        WordScanner.Scan(normal.Text, words);
        if (words.Count is 0 or > MostWords) return false;
        if (words.Count <= BareWords || text.Contains('?', StringComparison.Ordinal)) return true;
        foreach (var word in words)
            if (Pointing.Contains(normal.Text[word.Start..word.End])) return true;
        return false;
    }
}
