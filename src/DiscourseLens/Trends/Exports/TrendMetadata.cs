using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Trends.Exports;

/// <summary>Writes what a reader needs to understand and cite an answer, without its numbers.</summary>
public static class TrendMetadata
{
    /// <summary>Writes one JSON object and a line feed; the same for the same answer, at any time.</summary>
    public static void Write(TrendAnswer answer, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            json.WriteString("program", "DiscourseLens " + ProgramVersion.Text);
            json.WriteString("study", answer.Store.Study);
            json.WriteString("notice", answer.Store.Notice);
            json.WriteString("mark", answer.Mark);
            json.WriteString("as_of", answer.Store.AsOf?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            TrendJson.WriteQuery(json, answer.Query, answer.Gate, answer.Scorer);
            json.WriteString("meaning", Codebook.Meaning(answer.Query.Measure));
            json.WriteString("unit", Codebook.Unit(answer.Query.Measure));
            json.WriteStartArray("series");
            foreach (var (value, trend) in answer.Series)
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                json.WriteString("headline", trend.Headline);
                json.WriteNumber("buckets", trend.Buckets.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("left_out");
            foreach (var value in answer.LeftOut)
                json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteString("note", answer.Note);
            WritePairs(json, "columns", TrendCsv.Header(answer.Query).Split(',').Select(column => (column, Codebook.Column(column))));
            WritePairs(json, "states", Enum.GetValues<BucketState>().Select(state => (state.Text(), Codebook.State(state, answer.Store.Limits.ProvisionalDays))));
            json.WriteStartObject("suppression");
            json.WriteNumber("min_posts", answer.Store.Limits.Suppression.MinPosts);
            json.WriteNumber("min_authors", answer.Store.Limits.Suppression.MinAuthors);
            json.WriteEndObject();
            json.WriteNumber("provisional_days", answer.Store.Limits.ProvisionalDays);
        });
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Key, string Text)> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in pairs)
            json.WriteString(key, text);
        json.WriteEndObject();
    }
}
