using System.Text.RegularExpressions;

namespace DiscourseLens.Tests.Docs;

/// <summary>As much of Markdown as our documents use.</summary>
internal static partial class Markdown
{
    /// <summary>Sections under headings of a level: heading text, and the lines up to the next heading of that level or above.</summary>
    public static IEnumerable<(string Heading, string Body)> Sections(string text, int level)
    {
        (string Heading, List<string> Body)? open = null;
        foreach (var line in text.Split('\n'))
        {
            var depth = line.TakeWhile(c => c == '#').Count();
            if (depth > 0 && depth <= level)
            {
                if (open is { } done)
                    yield return (done.Heading, string.Join('\n', done.Body));
                open = depth == level ? (line[level..].Trim(), []) : null;
            }
            else
            {
                open?.Body.Add(line);
            }
        }

        if (open is { } last)
            yield return (last.Heading, string.Join('\n', last.Body));
    }

    /// <summary>The names between backticks.</summary>
    public static IReadOnlyList<string> CodeNames(string text) =>
        CodeName().Matches(text).Select(match => match.Groups[1].Value).ToList();

    /// <summary>The first cells of a table's rows that are code, with the second cell.</summary>
    public static IReadOnlyList<(string Name, string Second)> Rows(string text) =>
        Row().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();

    /// <summary>Fenced blocks in order, with their language.</summary>
    public static IReadOnlyList<(string Language, string Text)> Fences(string text) =>
        Fence().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();

    /// <summary>The name by which a heading is linked to.</summary>
    public static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
