using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>Writes a trend as one JSON object: <c>query</c>, <c>buckets</c>, <c>headline</c>.</summary>
public static class TrendJson
{
    // Not HTML-safe, so that "<10" stays readable: serve it as application/json, never inside a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object and a line feed. Counts are numbers, or text such as <c>"&lt;10"</c> where suppressed.</summary>
    public static void Write(Trend trend, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(output);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            WriteQuery(json, trend);
            json.WriteStartArray("buckets");
            foreach (var bucket in trend.Buckets)
                WriteBucket(json, bucket);
            json.WriteEndArray();
            json.WriteString("headline", trend.Headline);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        output.Write('\n');
    }

    private static void WriteQuery(Utf8JsonWriter json, Trend trend)
    {
        var query = trend.Query;
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
        json.WriteString("gate", trend.Gate);
        json.WriteString("scorer", trend.Scorer);
        json.WriteEndObject();
    }

    private static void WriteBucket(Utf8JsonWriter json, TrendBucket bucket)
    {
        json.WriteStartObject();
        json.WriteString("start", UtcDay.Text(bucket.Start));
        json.WriteString("end", UtcDay.Text(bucket.End));
        json.WriteString("state", bucket.State.Text());
        json.WriteNumber("coverage", bucket.Coverage);
        WriteCount(json, "n", bucket.N);
        WriteCount(json, "authors", bucket.Authors);
        WriteNumber(json, "value", bucket.Value);
        WriteNumber(json, "low", bucket.Low);
        WriteNumber(json, "high", bucket.High);
        json.WriteString("mark", bucket.Mark);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, ShownCount count)
    {
        if (count.Below)
            json.WriteString(name, count.ToString());
        else
            json.WriteNumber(name, count.Value);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
