using System.Text.Json;

namespace DiscourseLens.Trends.Events;

/// <summary>What the JSON of tests over time shares.</summary>
internal static class SeriesTestJson
{
    /// <summary>The buckets not used.</summary>
    public static void WriteLeftOut(Utf8JsonWriter json, LeftOut left)
    {
        json.WriteStartObject("left_out");
        json.WriteNumber("missing", left.Missing);
        json.WriteNumber("partial", left.Partial);
        json.WriteNumber("provisional", left.Provisional);
        json.WriteNumber("without_posts", left.WithoutPosts);
        json.WriteNumber("too_small", left.TooSmall);
        json.WriteNumber("without_interval", left.WithoutInterval);
        json.WriteNumber("event_bucket", left.EventBucket);
        json.WriteEndObject();
    }

    /// <summary>What a reader must know.</summary>
    public static void WriteNotes(Utf8JsonWriter json, IEnumerable<string> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
    }

    /// <summary>A number with nine decimals; 0.0 added, since -0 would print as such.</summary>
    public static double Rounded(double value) => Math.Round(value, 9) + 0.0;
}
