using System.Globalization;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>Dates as feeds write them: RFC 3339, or RFC 822 with names of zones and years of two digits.</summary>
internal static class FeedDate
{
    private static readonly Dictionary<string, string> s_zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
    };

    private static readonly string[] s_formats =
        ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yy H:mm:ss zzz", "d MMM yy H:mm zzz", "d MMMM yyyy H:mm:ss zzz"];

    /// <summary>The instant; null when it is none. Without a zone it is UTC.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant;
        var words = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return null;
        if (s_zones.TryGetValue(words[^1], out var zone))
            words[^1] = zone;
        else if (words[^1].Contains(':', StringComparison.Ordinal) && words[^1][0] is not ('+' or '-'))
            words = [.. words, "+00:00"];
        return DateTimeOffset.TryParseExact(string.Join(' ', words), s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            ? instant
            : null;
    }
}
