using System.Text.Json;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;

namespace DiscourseLens.Trends;

/// <summary>
/// Writes trends as one JSON object: <c>query</c>, <c>buckets</c>, <c>headline</c>, <c>notes</c>; where values are compared <c>query</c>,
/// <c>series</c> (each a <c>value</c> and the members of a single answer), <c>left_out</c>, <c>note</c>.
/// </summary>
public static class TrendJson
{
    /// <summary>Writes the object and a line feed. Counts are numbers, or text such as <c>"&lt;10"</c> where suppressed.</summary>
    public static void Write(Trend trend, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json => WriteTrend(json, trend));
    }

    /// <inheritdoc cref="Write(Trend, TextWriter)"/>
    public static void Write(TrendAnswer answer, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(output);
        if (answer.Query.Compare is null)
        {
            Write(answer.Series[0].Trend, output);
            return;
        }

        JsonText.Write(output, json =>
        {
            WriteQuery(json, answer.Query, answer.Gate, answer.Scorer);
            json.WriteStartArray("series");
            foreach (var (value, trend) in answer.Series)
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                WriteTrend(json, trend);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNames("left_out", answer.LeftOut);
            json.WriteString("note", answer.Note);
        });
    }

    private static void WriteTrend(Utf8JsonWriter json, Trend trend)
    {
        WriteQuery(json, trend.Query, trend.Gate, trend.Scorer);
        json.WriteStartArray("buckets");
        foreach (var bucket in trend.Buckets)
            WriteBucket(json, bucket, trend.Query.Details);
        json.WriteEndArray();
        json.WriteString("headline", trend.Headline);
        json.WriteNames("notes", trend.Notes);
    }

    /// <summary>Writes what was asked, and which scorers answered.</summary>
    internal static void WriteQuery(Utf8JsonWriter json, TrendQuery query, string gate, string scorer)
    {
        json.WriteStartObject("query");
        json.WriteString("measure", query.Measure.Text());
        json.WriteString("by", query.By.Text());
        json.WriteString("from", query.From is { } from ? UtcDay.Text(from) : null);
        json.WriteString("until", query.Until is { } until ? UtcDay.Text(until) : null);
        json.WriteString("source", query.Source);
        json.WriteNames("classes", query.Classes);
        json.WriteNames("communities", query.Communities);
        json.WriteString("target", query.Target);
        json.WriteString("condition", query.Facet is { Kind: FacetKind.Condition } condition ? condition.Value : null);
        json.WriteString("language", query.Facet is { Kind: FacetKind.Language } language ? language.Value : null);
        json.WriteString("age", query.Facet is { Kind: FacetKind.Age } age ? age.Value : null);
        json.WriteString("filter", query.Facet is { } facet ? "posts " + facet.Words : null);
        json.WriteString("weight", query.Weight.ToString().ToLowerInvariant());
        json.WriteString("compare", query.Compare?.ToString().ToLowerInvariant());
        json.WriteString("url", query.ToString());
        json.WriteString("gate", gate);
        json.WriteString("scorer", scorer);
        json.WriteEndObject();
    }

    private static void WriteBucket(Utf8JsonWriter json, TrendBucket bucket, bool details)
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
        if (details)
        {
            json.WriteNullable("effective_authors", bucket.Concentration?.EffectiveAuthors);
            json.WriteNullable("top_author_share", bucket.Concentration?.TopShare);
            json.WriteNullable("top_10_authors_share", bucket.Concentration?.TopTenShare);
            json.WriteNullable("leave_one_author_out", bucket.Concentration?.LeaveOneOut);
        }

        json.WriteEndObject();
    }
}
