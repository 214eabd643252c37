namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The few HTML entities that forums leave in their texts, decoded in place: blanks, then the character.</summary>
internal static class ProseEntities
{
    static readonly (string Entity, char Character)[] Known =
        [("&gt;", '>'), ("&lt;", '<'), ("&amp;", '&'), ("&nbsp;", ' '), ("&#x200B;", ' '), ("&#x200b;", ' '), ("&quot;", '"')];

    /// <summary>Decodes them, and straightens apostrophes.</summary>
    public static void Decode(Span<char> text)
    {
        text.Replace('’', '\'');
        for (var rest = text; rest.IndexOf('&') is >= 0 and var at;)
        {
            rest = rest[at..];
            var length = DecodeFirst(rest);
            rest = rest[length..];
        }
    }

    static int DecodeFirst(Span<char> text)
    {
        foreach (var (entity, character) in Known)
        {
            if (!text.StartsWith(entity))
                continue;
            text[..entity.Length].Fill(' ');
            // At the start of a line ">" must stay there, or it would not be seen to quote.
            text[character == '>' ? 0 : entity.Length - 1] = character;
            return entity.Length;
        }
        return 1;
    }
}
