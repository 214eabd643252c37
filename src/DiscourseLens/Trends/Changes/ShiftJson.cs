using DiscourseLens.Series;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends.Changes;

/// <summary>Writes shifts as one JSON object.</summary>
public static class ShiftJson
{
    /// <summary>Writes <c>query exploratory scale points left_out penalty shifts breaks sentence notes</c> and a line feed.</summary>
    public static void Write(Shifts shifts, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            TrendJson.WriteQuery(json, shifts.Query.Series, shifts.Gate, shifts.Scorer);
            json.WriteBoolean("exploratory", true);
            json.WriteString("scale", shifts.IsLog ? "log" : "unit");
            json.WriteNumber("points", shifts.Points);
            SeriesTestJson.WriteLeftOut(json, shifts.LeftOut);
            json.WriteNumber("penalty", SeriesTestJson.Rounded(shifts.Penalty));
            json.WriteStartArray("shifts");
            foreach (var shift in shifts.Found)
            {
                json.WriteStartObject();
                json.WriteString("start", UtcDay.Text(shift.Start));
                json.WriteNumber("value", SeriesTestJson.Rounded(shift.Size));
                json.WriteStartArray("near");
                foreach (var id in shift.Near)
                    json.WriteStringValue(id);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ScorerBreaks.Write(json, shifts.Breaks);
            json.WriteString("sentence", shifts.Sentence);
            SeriesTestJson.WriteNotes(json, shifts.Notes);
        });
    }
}
