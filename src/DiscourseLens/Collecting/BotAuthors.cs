namespace DiscourseLens.Collecting;

/// <summary>Tells posts of programs from their author's name, the only moment the name is at hand.</summary>
internal static class BotAuthors
{
    private static readonly string[] s_endings = ["Bot", "_bot", "-bot", "_BOT", "-BOT"];

    /// <summary>AutoModerator, and names that end in a marked-off "bot" ("robot" and "abbot" do not).</summary>
    public static bool Contains(string author) =>
        author.Equals("AutoModerator", StringComparison.OrdinalIgnoreCase)
        || s_endings.Any(ending => author.EndsWith(ending, StringComparison.Ordinal));
}
