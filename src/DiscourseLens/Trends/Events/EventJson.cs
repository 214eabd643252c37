using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Trends.Events;

/// <summary>Writes events as JSON.</summary>
public static class EventJson
{
    /// <summary>Writes <c>query</c> and <c>events</c>, and a line feed.</summary>
    public static void Write(EventQuery query, IReadOnlyList<DatedEvent> events, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(output);
        JsonText.Write(output, json =>
        {
            json.WriteStartObject("query");
            json.WriteString("from", query.From is { } from ? Day(from) : null);
            json.WriteString("until", query.Until is { } until ? Day(until) : null);
            json.WriteString("target", query.Target);
            json.WriteEndObject();
            json.WriteStartArray("events");
            foreach (var each in events)
            {
                json.WriteStartObject();
                WriteCells(json, each);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Writes an event's cells into the object at hand.</summary>
    internal static void WriteCells(Utf8JsonWriter json, DatedEvent each)
    {
        json.WriteString("id", each.Id);
        json.WriteString("day", Day(each.Day));
        json.WriteString("title", each.Title);
        json.WriteString("place", each.Place);
        json.WriteStartArray("targets");
        foreach (var target in each.Targets)
            json.WriteStringValue(target);
        json.WriteEndArray();
        json.WriteString("kind", each.Kind);
        json.WriteString("url", each.Url);
        json.WriteString("origin", each.Origin.ToString().ToLowerInvariant());
    }

    /// <summary>A day as it is written.</summary>
    internal static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
