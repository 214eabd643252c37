namespace DiscourseLens.Scoring;

/// <summary>A submission's stored text: its title, a blank line, its body.</summary>
internal static class StoredText
{
    private const string Separator = "\n\n";

    public static string TitleOf(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }

    public static string BodyOf(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + Separator.Length)..];
    }

    /// <summary>Where the body begins in the stored text.</summary>
    public static int BodyStart(string title) => title.Length + Separator.Length;
}
