using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>Fields that come and go between releases.</summary>
internal static class DiscourseJson
{
    public static string? Text(this JsonElement at, string name) =>
        at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Number(this JsonElement at, string name) =>
        at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static bool Flag(this JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>An instant in UTC milliseconds.</summary>
    public static long? Instant(this JsonElement at, string name) =>
        DateTimeOffset.TryParse(at.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUnixTimeMilliseconds()
            : null;
}
