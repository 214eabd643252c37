using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>How answers are written as JSON.</summary>
internal static class JsonText
{
    // Not HTML-safe, so that "<10" stays readable: serve it as application/json, never inside a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object and a line feed.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        output.Write('\n');
    }

    /// <summary>A count as a number, or as text where it is not told.</summary>
    public static void WriteCount(this Utf8JsonWriter json, string name, ShownCount count)
    {
        if (count.Below)
            json.WriteString(name, count.ToString());
        else
            json.WriteNumber(name, count.Value);
    }

    /// <summary>A number or null.</summary>
    public static void WriteNullable(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>An array of texts.</summary>
    public static void WriteNames(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>An object of texts.</summary>
    public static void WritePairs(this Utf8JsonWriter json, string name, IEnumerable<(string Key, string Text)> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in pairs)
            json.WriteString(key, text);
        json.WriteEndObject();
    }

    /// <summary>An instant in UTC, or null.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? instant) =>
        json.WriteString(name, instant is { } known ? UtcInstant.Text(known) : null);

    /// <summary>What is suppressed, and what is provisional.</summary>
    public static void WriteLimits(this Utf8JsonWriter json, SeriesOptions limits)
    {
        json.WriteStartObject("suppression");
        json.WriteNumber("min_posts", limits.Suppression.MinPosts);
        json.WriteNumber("min_authors", limits.Suppression.MinAuthors);
        json.WriteEndObject();
        json.WriteNumber("provisional_days", limits.ProvisionalDays);
    }
}
