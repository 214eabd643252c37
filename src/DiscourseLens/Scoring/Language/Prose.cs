using System.Text;

namespace DiscourseLens.Scoring.Language;

/// <summary>The part of a text that is in a language: without links, link targets, entities, user and community names.</summary>
internal static class Prose
{
    /// <summary>At most <paramref name="longest"/> units of prose, words apart by single spaces.</summary>
    public static string Of(string text, int longest)
    {
        var prose = new StringBuilder(Math.Min(text.Length, longest) + 1);
        foreach (var range in text.AsSpan().SplitAny(" \n\r\t"))
        {
            var word = WithoutTarget(text.AsSpan()[range]);
            if (word.IsEmpty || IsName(word)) continue;
            prose.Append(word[..Math.Min(word.Length, longest)]).Append(' ');
            if (prose.Length >= longest) break;
        }
        return prose.Replace("&gt;", "").Replace("&lt;", "").Replace("&amp;", "").Replace("&nbsp;", "").Replace('’', '\'')
            .ToString();
    }

    private static ReadOnlySpan<char> WithoutTarget(ReadOnlySpan<char> word)
    {
        var target = word.IndexOf("](", StringComparison.Ordinal);
        return target < 0 ? word : word[..target];
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        word = word.TrimStart("([*_^~\"'");
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("/r/") || word.StartsWith("r/") || word.StartsWith("/u/") || word.StartsWith("u/")
            || word.StartsWith("@") || word.StartsWith("#") || word.StartsWith("&#");
    }
}
