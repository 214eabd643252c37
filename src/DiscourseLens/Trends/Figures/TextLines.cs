namespace DiscourseLens.Trends.Figures;

/// <summary>Breaks text into lines by the average width of a letter; a figure knows no font.</summary>
internal static class TextLines
{
    // Mean width of letters over their size in common sans-serif faces, in English text.
    private const double Letter = 0.5;

    /// <summary>Lines no wider than a width, each word whole unless it alone is wider.</summary>
    public static List<string> Of(string text, double width, double size)
    {
        var most = Math.Max(8, (int)(width / (size * Letter)));
        var lines = new List<string> { "" };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(most)).Select(part => new string(part)))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > most)
                lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return lines;
    }

    /// <summary>One line, cut where it is too wide.</summary>
    public static string Cut(string text, double width, double size)
    {
        var most = Math.Max(8, (int)(width / (size * Letter)));
        return text.Length <= most ? text : text[..(most - 1)] + "…";
    }
}
