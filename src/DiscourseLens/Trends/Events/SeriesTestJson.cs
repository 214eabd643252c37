using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Events;

/// <summary>What the JSON of tests over time shares.</summary>
internal static class SeriesTestJson
{
    /// <summary>What was asked.</summary>
    public static void WriteQuery(Utf8JsonWriter json, TrendQuery query, string gate, string scorer)
    {
        json.WriteStartObject("query");
        json.WriteString("measure", query.Measure.Text());
        json.WriteString("by", query.By.Text());
        json.WriteString("from", query.From is { } from ? UtcDay.Text(from) : null);
        json.WriteString("until", query.Until is { } until ? UtcDay.Text(until) : null);
        json.WriteString("source", query.Source);
        json.WriteStartArray("communities");
        foreach (var community in query.Communities)
            json.WriteStringValue(community);
        json.WriteEndArray();
        json.WriteString("target", query.Target);
        json.WriteString("gate", gate);
        json.WriteString("scorer", scorer);
        json.WriteEndObject();
    }

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
