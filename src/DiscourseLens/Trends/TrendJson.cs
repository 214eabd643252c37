using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>Writes a trend as one JSON object: <c>query</c>, <c>buckets</c>, <c>headline</c>.</summary>
public static class TrendJson
{
    /// <summary>Writes the object and a line feed. Counts are numbers, or text such as <c>"&lt;10"</c> where suppressed.</summary>
    public static void Write(Trend trend, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            WriteQuery(json, trend);
            json.WriteStartArray("buckets");
            foreach (var bucket in trend.Buckets)
                WriteBucket(json, bucket);
            json.WriteEndArray();
            json.WriteString("headline", trend.Headline);
        });
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
        json.WriteCount("n", bucket.N);
        json.WriteCount("authors", bucket.Authors);
        json.WriteNullable("value", bucket.Value);
        json.WriteNullable("low", bucket.Low);
        json.WriteNullable("high", bucket.High);
        json.WriteString("mark", bucket.Mark);
        json.WriteEndObject();
    }
}
