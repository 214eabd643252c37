using System.Text.Json;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Changes;

/// <summary>Writes a comparison as one JSON object.</summary>
public static class ChangeJson
{
    /// <summary>
    /// Writes <c>query a b matching difference decomposition breaks sentence notes</c> and a line feed. Numbers that are suppressed or
    /// unknown are null; counts below the limit are text such as <c>"&lt;10"</c>.
    /// </summary>
    public static void Write(Change change, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            WriteQuery(json, change);
            WriteSide(json, "a", change.A);
            WriteSide(json, "b", change.B);
            json.WriteString("matching", change.Matching switch
            {
                DayMatching.Whole => "whole",
                DayMatching.SamePlace => "same-place",
                _ => "covered",
            });
            WriteDifference(json, change);
            WriteDecomposition(json, change.Decomposition);
            ScorerBreaks.Write(json, change.Breaks);
            json.WriteString("sentence", change.Sentence);
            json.WriteStartArray("notes");
            foreach (var note in change.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
        });
    }

    /// <summary>Writes <c>query</c> and <c>decomposition</c> only.</summary>
    public static void WriteDecomposition(Change change, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            WriteQuery(json, change);
            WriteDecomposition(json, change.Decomposition);
        });
    }

    private static void WriteQuery(Utf8JsonWriter json, Change change)
    {
        var query = change.Query;
        json.WriteStartObject("query");
        json.WriteString("measure", query.Series.Measure.Text());
        json.WriteString("a", ChangeQuery.Text(query.A));
        json.WriteString("b", ChangeQuery.Text(query.B));
        json.WriteString("source", query.Series.Source);
        json.WriteNames("classes", query.Series.Classes);
        json.WriteNames("communities", query.Series.Communities);
        json.WriteString("target", query.Series.Target);
        json.WriteString("gate", change.Gate);
        json.WriteString("scorer", change.Scorer);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, ChangeSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("state", side.State.Text());
        json.WriteNumber("coverage", side.Coverage);
        json.WriteNumber("days", side.Interval.Days);
        json.WriteNumber("compared_days", side.ComparedDays);
        json.WriteCount("n", side.N);
        json.WriteCount("authors", side.Authors);
        json.WriteNullable("value", Rounded(side.Value));
        json.WriteNullable("low", Rounded(side.Low));
        json.WriteNullable("high", Rounded(side.High));
        json.WriteNullable("author_mean", Rounded(side.AuthorMean));
        json.WriteNullable("effective_authors", side.Concentration?.EffectiveAuthors);
        json.WriteNullable("top_author_share", side.Concentration?.TopShare);
        json.WriteNullable("top_10_authors_share", side.Concentration?.TopTenShare);
        json.WriteNullable("leave_one_author_out", side.Concentration?.LeaveOneOut);
        json.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter json, Change change)
    {
        if (change.Difference is not { } difference)
        {
            json.WriteNull("difference");
            return;
        }

        json.WriteStartObject("difference");
        json.WriteNullable("value", Rounded(difference.Value));
        json.WriteNullable("low", Rounded(difference.Low));
        json.WriteNullable("high", Rounded(difference.High));
        json.WriteNullable("detectable", Rounded(difference.Detectable));
        json.WriteEndObject();
    }

    private static void WriteDecomposition(Utf8JsonWriter json, Decomposition? decomposition)
    {
        if (decomposition is null)
        {
            json.WriteNull("decomposition");
            return;
        }

        json.WriteStartObject("decomposition");
        json.WriteBoolean("suppressed", decomposition.Suppressed);
        json.WriteNullable("total", decomposition.Total);
        WritePart(json, "within", decomposition.Within);
        WritePart(json, "between", decomposition.Between);
        WritePart(json, "entry", decomposition.Entry);
        WritePart(json, "exit", decomposition.Exit);
        json.WriteNullable("stayers", decomposition.Stayers);
        json.WriteNullable("entrants", decomposition.Entrants);
        json.WriteNullable("leavers", decomposition.Leavers);
        json.WriteEndObject();
    }

    // Values stay whole, so that they add up to the total as printed.
    private static void WritePart(Utf8JsonWriter json, string name, DecompositionPart? part)
    {
        if (part is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", part.Value);
        json.WriteNullable("low", Rounded(part.Low));
        json.WriteNullable("high", Rounded(part.High));
        json.WriteEndObject();
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 9) + 0.0 : null;
}
