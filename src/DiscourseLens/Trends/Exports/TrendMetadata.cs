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
            json.WriteInstant("as_of", answer.Store.AsOf);
            TrendJson.WriteQuery(json, answer.Query, answer.Gate, answer.Scorer);
            json.WriteString("meaning", Codebook.Meaning(answer.Query.Measure));
            json.WriteString("unit", Codebook.Unit(answer.Query.Measure));
            json.WriteStartArray("series");
            foreach (var (value, trend) in answer.Series)
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                json.WriteString("headline", trend.Headline);
                json.WriteNames("notes", trend.Notes);
                json.WriteNumber("buckets", trend.Buckets.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNames("left_out", answer.LeftOut);
            json.WriteString("note", answer.Note);
            json.WritePairs("columns", Codebook.Columns(answer.Query));
            json.WritePairs("states", Enum.GetValues<BucketState>().Select(state => (state.Text(), Codebook.State(state, answer.Store.Limits.ProvisionalDays))));
            json.WriteLimits(answer.Store.Limits);
        });
    }
}
