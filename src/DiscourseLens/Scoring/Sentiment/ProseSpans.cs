using System.Buffers;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Blanks what is not prose within a line: code, targets of links, addresses, marks of emphasis and spoilers.</summary>
internal static class ProseSpans
{
    static readonly SearchValues<char> Ends = SearchValues.Create(" \t)>]\"");

    /// <summary>Strips one line in place.</summary>
    public static void Strip(Span<char> line)
    {
        if (line.Contains('`'))
            StripCode(line);
        if (line.IndexOf("](") >= 0)
            StripLinks(line);
        StripAddresses(line);
        StripPairs(line, ">!", "!<");
        foreach (var mark in (ReadOnlySpan<string>)["**", "__", "~~", "*", "_"])
            StripPairs(line, mark, mark);
        if (line.Contains('^'))
            StripCarets(line);
    }

    static void StripCode(Span<char> line)
    {
        for (var open = line.IndexOf('`'); open >= 0;)
        {
            var ticks = line[open..].Length - line[open..].TrimStart('`').Length;
            var length = line[(open + ticks)..].IndexOf(line.Slice(open, ticks));
            if (length < 0)
                return;
            line.Slice(open, length + (2 * ticks)).Fill(' ');
            open = line.IndexOf('`');
        }
    }

    static void StripLinks(Span<char> line)
    {
        for (var at = line.IndexOf("]("); at >= 0; at = line.IndexOf("]("))
        {
            var length = line[at..].IndexOf(')');
            line.Slice(at, length < 0 ? 2 : length + 1).Fill(' ');
            var open = line[..at].LastIndexOf('[');
            if (open < 0)
                continue;
            line[open] = ' ';
            if (open > 0 && line[open - 1] == '!')
                line[open - 1] = ' ';
        }
    }

    static void StripAddresses(Span<char> line)
    {
        for (var rest = line; NextAddress(rest) is >= 0 and var at;)
        {
            var end = rest[at..].IndexOfAny(Ends);
            var address = rest[at..(end < 0 ? rest.Length : at + end)];
            var kept = address.TrimEnd(".,;:!?'").Length; // the sentence's marks, not the address's
            address[..kept].Fill(' ');
            rest = rest[(at + address.Length)..];
        }
    }

    static int NextAddress(ReadOnlySpan<char> text)
    {
        var www = text.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        var scheme = text.IndexOf("://");
        while (scheme > 0 && char.IsAsciiLetter(text[scheme - 1]))
            scheme--;
        return www < 0 || (scheme >= 0 && scheme < www) ? scheme : www;
    }

    /// <summary>Blanks pairs of marks that hold on to words: "f***" and "^_^" have none.</summary>
    static void StripPairs(Span<char> line, ReadOnlySpan<char> opening, ReadOnlySpan<char> closing)
    {
        for (var from = 0; line[from..].IndexOf(opening) is >= 0 and var found;)
        {
            var open = from + found;
            from = open + opening.Length;
            if (!Opens(line, open, from) || FindClosing(line, from, closing) is not (>= 0 and var close))
                continue;
            line[open..from].Fill(' ');
            line.Slice(close, closing.Length).Fill(' ');
        }
    }

    static bool Opens(ReadOnlySpan<char> line, int at, int after) =>
        (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && after < line.Length
        && (char.IsLetterOrDigit(line[after]) || line[after] is '"' or '\'' or '(' or '*' or '_' or '~' or '“');

    static int FindClosing(ReadOnlySpan<char> line, int from, ReadOnlySpan<char> closing)
    {
        for (var at = from; line[at..].IndexOf(closing) is >= 0 and var found; at += found + 1)
        {
            var close = at + found;
            var after = close + closing.Length;
            if (close > from && line[close - 1] is not ' ' and not '\t' && (after == line.Length || !char.IsLetterOrDigit(line[after])))
                return close;
        }
        return -1;
    }

    static void StripCarets(Span<char> line)
    {
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] == '^' && (i == 0 || line[i - 1] is ' ' or '(' or '^') && (char.IsLetterOrDigit(line[i + 1]) || line[i + 1] is '(' or '^'))
                line[i] = ' ';
        }
    }
}
