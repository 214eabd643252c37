using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Exports;

/// <summary>Writes the definitions as one JSON object.</summary>
public static class DefinitionJson
{
    /// <summary>
    /// Writes <c>program study notice as_of measures targets conditions languages classes grains weights comparisons states suppression
    /// provisional_days scorers codebook columns</c> and a line feed.
    /// </summary>
    public static void Write(Definition definition, string codebook, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(output);
        var store = definition.Store;
        JsonText.Write(output, json =>
        {
            json.WriteString("program", "DiscourseLens " + ProgramVersion.Text);
            json.WriteString("study", store.Study);
            json.WriteString("notice", store.Notice);
            json.WriteInstant("as_of", store.AsOf);
            json.WriteStartArray("measures");
            foreach (var measure in Enum.GetValues<Measure>())
                WriteMeasure(json, measure, definition.Scorers.GetValueOrDefault(measure.Kind()));
            json.WriteEndArray();
            json.WriteNames("targets", TrendQuery.Targets);
            json.WritePairs("conditions", Conditions.All.Select(condition => (condition.Id, condition.Name)));
            json.WritePairs("languages", LanguageNames.All.Select(language => (language.Key, language.Value)));
            json.WriteNames("classes", TrendQuery.CommunityClasses);
            json.WriteNames("grains", Names<Grain>());
            json.WriteNames("weights", Names<Weighting>());
            json.WriteNames("comparisons", Names<CompareBy>());
            json.WritePairs("states", Enum.GetValues<BucketState>().Select(state => (state.Text(), Codebook.State(state, store.Limits.ProvisionalDays))));
            json.WriteLimits(store.Limits);
            json.WritePairs("scorers", definition.Scorers.Select(pair => (pair.Key, pair.Value)));
            json.WriteString("codebook", codebook);
            json.WritePairs("columns", Codebook.Columns(new() { Compare = CompareBy.Target, Details = true }));
        });
    }

    private static void WriteMeasure(Utf8JsonWriter json, Measure measure, string? scorer)
    {
        json.WriteStartObject();
        json.WriteString("name", measure.Text());
        json.WriteString("meaning", Codebook.Meaning(measure));
        json.WriteString("unit", Codebook.Unit(measure));
        json.WriteString("scorer", scorer);
        json.WriteString("mark", measure.Mark());
        json.WriteEndObject();
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => name.ToLowerInvariant());
}
