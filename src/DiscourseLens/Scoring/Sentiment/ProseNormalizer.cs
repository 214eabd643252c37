namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Reduces a post to the writer's own prose, without moving a character: what is stripped becomes blank.</summary>
/// <remarks>
/// In this order: HTML's &amp;lt; &amp;gt; &amp;amp; &amp;nbsp; and zero-width spaces are decoded; fenced and indented code, quoted
/// lines, rules, and everything from a bot's signature on are blanked; marks of headings, lists and tables go; then, within lines, code, targets of links,
/// addresses, marks of emphasis and spoilers. A typographic apostrophe becomes a straight one. Offsets stay valid, so a
/// place found in the text is the same place in its prose.
/// </remarks>
internal static class ProseNormalizer
{
    /// <summary>Takes the place of what was blanked where a sentence cannot go on: white space to every rule.</summary>
    public const char Break = '\u2029';

    /// <summary>Writes the prose of a text into <paramref name="prose"/>, which has the same length.</summary>
    public static void Normalize(ReadOnlySpan<char> text, Span<char> prose)
    {
        text.CopyTo(prose);
        ProseEntities.Decode(prose);
        var lines = new ProseLines();
        var inList = false;
        for (var start = 0; start < prose.Length;)
        {
            var length = prose[start..].IndexOf('\n');
            var end = length < 0 ? prose.Length : start + length;
            var line = prose[start..end];
            if (BotSignature.IsIn(line) && prose.Length - end <= BotSignature.Reach)
            {
                Blank(prose[start..]);
                return;
            }
            if (lines.IsForeign(line, inList))
                Blank(line);
            else
            {
                inList = ProseLines.StripMarks(line) || (inList && (line.IsWhiteSpace() || char.IsWhiteSpace(line[0])));
                ProseSpans.Strip(line);
            }
            start = end + 1;
        }
    }

    /// <summary>Blanks a stretch, line ends excepted, and breaks the sentence there.</summary>
    public static void Blank(Span<char> stretch)
    {
        if (stretch.IsEmpty)
            return;
        foreach (ref var c in stretch)
            c = c == '\n' ? c : ' ';
        stretch[0] = Break;
    }
}
