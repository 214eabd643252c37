using System.Text;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>The lines of a text that quote another.</summary>
internal static class QuotedLines
{
    private const string Escaped = "&gt;";

    /// <summary>Them, without their marks; null for none.</summary>
    public static string? Of(string text)
    {
        if (!text.Contains('>', StringComparison.Ordinal) && !text.Contains(Escaped, StringComparison.Ordinal))
            return null;
        var quoted = new StringBuilder();
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            var line = part.TrimStart();
            if (line.StartsWith(">"))
                quoted.Append(line[1..]).Append('\n');
            else if (line.StartsWith(Escaped))
                quoted.Append(line[Escaped.Length..]).Append('\n');
        }
        return quoted.Length == 0 ? null : quoted.ToString();
    }
}
