using System.Globalization;

namespace DiscourseLens;

/// <summary>Instants as every output writes them.</summary>
public static class UtcInstant
{
    /// <summary>An instant in UTC, to the second, as ISO-8601 text such as <c>2024-01-31T12:00:00Z</c>.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
