using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Frozen;

/// <summary>Writes <c>metadata.json</c>.</summary>
internal static class FrozenMetadata
{
    /// <summary>The program that froze.</summary>
    public static string Program => $"DiscourseLens {typeof(FrozenMetadata).Assembly.GetName().Version}";

    /// <summary>The text: format, program, study, notice, as_of, query, limits, scorers and series with their sentences.</summary>
    public static string Write(FrozenContent content)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        JsonText.Write(output, json =>
        {
            json.WriteNumber("format", 1);
            json.WriteString("program", Program);
            json.WriteString("study", content.Study);
            json.WriteString("notice", content.Notice);
            json.WriteString("as_of", AsOf(content));
            json.WriteString("query", content.Query.ToString());
            json.WriteStartObject("limits");
            json.WriteNumber("provisional_days", content.Limits.ProvisionalDays);
            json.WriteNumber("minimum_posts", content.Limits.Suppression.MinPosts);
            json.WriteNumber("minimum_authors", content.Limits.Suppression.MinAuthors);
            json.WriteEndObject();
            json.WriteStartArray("scorers");
            foreach (var scorer in content.Scorers)
            {
                json.WriteStartObject();
                json.WriteString("kind", scorer.Kind);
                json.WriteString("name", scorer.Name);
                json.WriteString("version", scorer.Version);
                json.WriteString("sha256", scorer.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("series");
            foreach (var trend in content.Series)
            {
                json.WriteStartObject();
                json.WriteString("measure", trend.Query.Measure.Text());
                json.WriteString("target", trend.Query.Target);
                json.WriteString("gate", trend.Gate);
                json.WriteString("scorer", trend.Scorer);
                json.WriteString("headline", trend.Headline);
                json.WriteNames("notes", trend.Notes);
                json.WriteString("mark", trend.Mark);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return output.ToString();
    }

    /// <summary>The store's "now" as text; null where nobody knows it.</summary>
    public static string? AsOf(FrozenContent content) =>
        content.AsOf is { } known ? UtcInstant.Text(known) : null;
}
