using System.Text;

namespace DiscourseLens.Trends;

/// <summary>Names in one value of a query, with commas between them. <c>\,</c> is a comma of a name, <c>\\</c> a backslash.</summary>
internal static class NameList
{
    /// <summary>The names of a value, trimmed; empty ones are dropped.</summary>
    public static IEnumerable<string> Parse(string value)
    {
        var name = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == ',')
            {
                if (Taken(name) is { } taken)
                    yield return taken;
            }
            else
            {
                at += value[at] == '\\' && at + 1 < value.Length && value[at + 1] is (',' or '\\') ? 1 : 0;
                name.Append(value[at]);
            }
        }

        if (Taken(name) is { } last)
            yield return last;
    }

    /// <summary>The value that <see cref="Parse"/> reads as these names.</summary>
    public static string Print(IEnumerable<string> names) => string.Join(',', names.Select(name =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)));

    private static string? Taken(StringBuilder name)
    {
        var text = name.ToString().Trim();
        name.Clear();
        return text.Length == 0 ? null : text;
    }
}
