namespace DiscourseLens.Scoring.Classifying;

/// <summary>Reads lines such as <c>{"uid":"1","subreddit":"ptsd","title":"...","text":"...","parent":{"text":"..."}}</c>.</summary>
public static class ClassifyLine
{
    /// <summary>Reads one line of UTF-8 JSON; unpaired surrogates become U+FFFD, unknown fields are passed over.</summary>
    /// <exception cref="FormatException">It is no such line; the message says why.</exception>
    public static TextToClassify Read(ReadOnlySpan<byte> line)
    {
        var fields = FlatLine.Read(line);
        return fields.ToText(fields.Uid ?? throw new FormatException("no uid"));
    }
}
