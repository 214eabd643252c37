using System.Globalization;

namespace DiscourseLens.App.Commands;

/// <summary>A UTC day or instant on the command line.</summary>
internal static class Instant
{
    private static readonly string[] s_formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Parses it, or says what is wrong.</summary>
    public static DateTimeOffset? Parse(string text, Action<string> error)
    {
        if (DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant;
        error($"'{text}' is no UTC day or instant; write 2026-03-01 or 2026-03-01T06:00Z.");
        return null;
    }
}
