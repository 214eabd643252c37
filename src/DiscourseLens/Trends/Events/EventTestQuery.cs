namespace DiscourseLens.Trends.Events;

/// <summary>Which series is tested around which day.</summary>
public sealed record EventTestQuery
{
    /// <summary>The series, by week or month.</summary>
    public required TrendQuery Series { get; init; }

    /// <summary>The day; null where an event is named.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Id of an event of the store; null where a day is given.</summary>
    public string? Event { get; init; }

    /// <summary>Reads a query from <c>at</c> (a UTC day) or <c>event</c> (an id) and the keys of a trend.</summary>
    /// <exception cref="TrendException">A key or value is not understood, or stance is asked for; the message says the fix.</exception>
    public static EventTestQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        var named = given.FindAll(pair => pair.Key is "at" or "event");
        if (named.Count != 1)
            throw new TrendException(TrendTrouble.Query, $"at and event are given {named.Count} times; give one of them once, for example at=2024-08-09.");
        var value = named[0].Value!.Trim(); // blank ones are gone
        var series = TestedSeries.Parse(given.Where(pair => pair.Key is not ("at" or "event")));
        return named[0].Key == "at"
            ? new() { Series = series, At = EventRules.Day("at", value) }
            : new() { Series = series, Event = value };
    }
}
