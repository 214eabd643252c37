using System.Text.Json;
using DiscourseLens.Series;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Events;

/// <summary>Writes a tested event as one JSON object.</summary>
public static class EventTestJson
{
    /// <summary>
    /// Writes <c>query day event near near_days scale points left_out level slope rho placebo series breaks sentence notes</c> and a line feed.
    /// </summary>
    public static void Write(EventTest test, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            TrendJson.WriteQuery(json, test.Query.Series, test.Gate, test.Scorer);
            json.WriteString("day", EventJson.Day(test.Day));
            WriteEvents(json, test);
            json.WriteNumber("near_days", NearEvents.Days);
            json.WriteString("scale", test.IsLog ? "log" : "unit");
            json.WriteNumber("points", test.Result.Points);
            SeriesTestJson.WriteLeftOut(json, test.LeftOut);
            WriteEffect(json, "level", test.Result.Level, test.Result.DetectableStep);
            WriteEffect(json, "slope", test.Result.Slope, test.Result.DetectableSlope);
            json.WriteNumber("rho", SeriesTestJson.Rounded(test.Result.Rho));
            json.WriteStartObject("placebo");
            json.WriteNumber("dates", test.Result.Placebos);
            json.WriteNullable("p", test.Result.PlaceboP is { } p ? SeriesTestJson.Rounded(p) : null);
            json.WriteEndObject();
            WriteSeries(json, test.Series);
            ScorerBreaks.Write(json, test.Breaks);
            json.WriteString("sentence", test.Sentence);
            SeriesTestJson.WriteNotes(json, test.Notes);
        });
    }

    private static void WriteEvents(Utf8JsonWriter json, EventTest test)
    {
        if (test.Event is { } named)
        {
            json.WriteStartObject("event");
            EventJson.WriteCells(json, named);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("event");
        }

        json.WriteStartArray("near");
        foreach (var each in test.Near)
        {
            json.WriteStartObject();
            EventJson.WriteCells(json, each);
            json.WriteNumber("days", each.Day.DayNumber - test.Day.DayNumber);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEffect(Utf8JsonWriter json, string name, EventEffect effect, double detectable)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", SeriesTestJson.Rounded(effect.Value));
        json.WriteNumber("low", SeriesTestJson.Rounded(effect.Low));
        json.WriteNumber("high", SeriesTestJson.Rounded(effect.High));
        json.WriteNumber("p", SeriesTestJson.Rounded(effect.P));
        json.WriteBoolean("clear", effect.IsClear);
        json.WriteNumber("detectable", SeriesTestJson.Rounded(detectable));
        json.WriteNumber("newey_west_error", SeriesTestJson.Rounded(effect.NeweyWestError));
        json.WriteNumber("newey_west_p", SeriesTestJson.Rounded(effect.NeweyWestP));
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, IReadOnlyList<FittedPoint> series)
    {
        json.WriteStartArray("series");
        foreach (var point in series)
        {
            json.WriteStartObject();
            json.WriteString("start", UtcDay.Text(point.Start));
            json.WriteString("end", UtcDay.Text(point.End));
            json.WriteNumber("value", SeriesTestJson.Rounded(point.Value));
            json.WriteNumber("fitted", SeriesTestJson.Rounded(point.Fitted));
            json.WriteNumber("without", SeriesTestJson.Rounded(point.Without));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
