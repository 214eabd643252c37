namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The usual last lines of automatic posts.</summary>
internal static class BotSignature
{
    /// <summary>A signature has no more than this behind it; people discuss bots anywhere.</summary>
    public const int Reach = 400;

    static readonly string[] Phrases =
        ["i am a bot", "i'm a bot", "this action was performed automatically", "beep boop", "bleep bloop"];

    /// <summary>Whether a line holds one, also where it is set small with a caret before each word.</summary>
    public static bool IsIn(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny('^', '’'))
            return Holds(line);
        return Holds(line.ToString().Replace("^", "", StringComparison.Ordinal).Replace('’', '\''));
    }

    static bool Holds(ReadOnlySpan<char> line)
    {
        foreach (var phrase in Phrases)
        {
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
