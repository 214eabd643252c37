using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Collecting;

/// <summary>Fields of answers, which come and go between a server's releases: what is absent or of another type is null.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement at, string name) =>
        at.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(this JsonElement at, string name) =>
        at.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static bool Flag(this JsonElement at, string name) => at.Field(name) is { ValueKind: JsonValueKind.True };

    /// <summary>An instant in UTC milliseconds; one without a zone is UTC.</summary>
    public static long? Instant(this JsonElement at, string name) =>
        DateTimeOffset.TryParse(at.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUnixTimeMilliseconds()
            : null;

    public static JsonElement? Field(this JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) ? value : null;
}
