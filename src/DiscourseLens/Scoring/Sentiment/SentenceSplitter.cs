using System.Buffers;
using System.Globalization;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Finds where sentences end in prose as people type it.</summary>
/// <remarks>
/// A sentence ends behind . ! ? or the like, with the closing quotes, emoji and emoticons that follow, where white space comes next;
/// at an empty line and at what the normaliser blanked; at the end of a line, unless the next goes on with a small letter; and behind an
/// emoji that a capital follows. It does not end behind an abbreviation or initial, within a number, behind three points or
/// a closing quote that a small letter follows.
/// </remarks>
internal static class SentenceSplitter
{
    const string Terminals = ".!?…。！？", Closers = "\"')]”’»*_";

    static readonly SearchValues<char> WordStarts = SearchValues.Create(" \n\t(\"'");

    static readonly string[] Emoticons = [":)", ":-)", ":D", ";)", ";-)", ":(", ":-(", ":/", ":P", ":p", "xD", "XD", "<3", ":'("];

    /// <summary>The end of the sentence that starts at an offset, white space behind it not included.</summary>
    public static int FindEnd(ReadOnlySpan<char> prose, int start)
    {
        for (var i = start; i < prose.Length; i++)
        {
            var c = prose[i];
            var ends = c switch
            {
                '\n' => EndsLine(prose, i),
                ProseNormalizer.Break => true,
                '.' or '!' or '?' or '…' or '。' or '！' or '？' => EndsAt(prose, start, ref i),
                > '\u203B' => EndsBehindEmoji(prose, start, ref i),
                _ => false,
            };
            if (ends)
                return i;
        }
        return prose.Length;
    }

    /// <summary>Whether a sentence ends with the marks at an offset, which is moved behind them.</summary>
    static bool EndsAt(ReadOnlySpan<char> prose, int start, ref int at)
    {
        var first = at;
        while (at < prose.Length && Terminals.Contains(prose[at]))
            at++;
        var marks = prose[first..at];
        var closed = at;
        while (at < prose.Length && Closers.Contains(prose[at]))
            at++;
        closed = at - closed;
        var next = SkipSpaces(prose, at);
        if (next < prose.Length && next == at && !IsEmoji(prose, at))
        {
            at--; // no white space behind: a number, an address, "?!?a"
            return false;
        }
        if (next < prose.Length && IsOpen(prose[start..first], marks, closed, prose[next]))
        {
            at = Math.Max(first, at - 1);
            return false;
        }
        at = SkipFaces(prose, at);
        return true;
    }

    static bool IsOpen(ReadOnlySpan<char> before, ReadOnlySpan<char> marks, int closers, char next)
    {
        var small = char.IsLower(next);
        if (small && (closers > 0 || marks is "…" || (marks.Length > 1 && !marks.ContainsAny('!', '?'))))
            return true;
        if (marks is not ".")
            return false;
        var word = before[(before.LastIndexOfAny(WordStarts) + 1)..];
        return Abbreviations.IsOpen(word, next);
    }

    /// <summary>Whether the end of a line ends the sentence: it does not where only the line was wrapped.</summary>
    static bool EndsLine(ReadOnlySpan<char> prose, int at)
    {
        var next = at + 1;
        while (next < prose.Length && prose[next] is ' ' or '\t' or '\r')
            next++;
        return next >= prose.Length || !(char.IsLower(prose[next]) || prose[next] is ',' or ';' or ')');
    }

    /// <summary>An emoji ends a sentence of some words where a capital follows.</summary>
    static bool EndsBehindEmoji(ReadOnlySpan<char> prose, int start, ref int at)
    {
        const int FewestWords = 3;
        if (!IsEmoji(prose, at))
            return false;
        var behind = SkipFaces(prose, at);
        var next = SkipSpaces(prose, behind);
        var ends = next < prose.Length && next > behind && char.IsUpper(prose[next])
            && prose[start..at].Trim().Count(' ') + 1 >= FewestWords;
        at = ends ? behind : Math.Max(at, behind - 1);
        return ends;
    }

    static int SkipFaces(ReadOnlySpan<char> prose, int at)
    {
        while (true)
        {
            var face = at;
            while (face < prose.Length && prose[face] == ' ')
                face++;
            var length = FaceLength(prose, face);
            if (length == 0)
                return at;
            at = face + length;
        }
    }

    static int FaceLength(ReadOnlySpan<char> prose, int at)
    {
        var length = 0;
        while (IsEmoji(prose, at + length))
            length += char.IsHighSurrogate(prose[at + length]) ? 2 : 1;
        if (length > 0)
            return length;
        foreach (var emoticon in Emoticons)
        {
            var end = at + emoticon.Length;
            if (prose[at..].StartsWith(emoticon) && (end == prose.Length || char.IsWhiteSpace(prose[end]) || Terminals.Contains(prose[end])))
                return emoticon.Length;
        }
        return 0;
    }

    static bool IsEmoji(ReadOnlySpan<char> prose, int at)
    {
        if (at >= prose.Length || prose[at] < '\u200D')
            return false;
        if (prose[at] is '\u200D' or '\uFE0F')
            return true; // what joins and colours emoji
        return Rune.DecodeFromUtf16(prose[at..], out var rune, out _) == OperationStatus.Done
            && (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol || rune.Value is >= 0x1F3FB and <= 0x1F3FF);
    }

    static int SkipSpaces(ReadOnlySpan<char> prose, int at)
    {
        while (at < prose.Length && char.IsWhiteSpace(prose[at]))
            at++;
        return at;
    }
}
