namespace DiscourseLens.Trends.Events;

/// <summary>Which events are asked for.</summary>
public sealed record EventQuery
{
    private static readonly string[] s_keys = ["from", "until", "target"];

    /// <summary>First UTC day; null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>UTC day after the last; null for no limit.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A target whose series they may show in; <c>all</c> unless set, which is every event.</summary>
    public string Target { get; init; } = "all";

    /// <summary>Reads a query from keys <c>from until target</c>; an empty value counts as not given, and the last one stands.</summary>
    /// <exception cref="TrendException">A key or value is not understood; the message names both, and the fix.</exception>
    public static EventQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var query = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .Aggregate(new EventQuery(), (sofar, pair) => sofar.With(pair.Key, pair.Value!.Trim())); // blank ones are gone
        return query.From >= query.Until
            ? throw Wrong($"until '{query.Until:O}' is not after from '{query.From:O}'; until is the day after the last, so give a later one.")
            : query;
    }

    /// <summary>Whether an event is asked for.</summary>
    public bool Holds(DatedEvent each)
    {
        ArgumentNullException.ThrowIfNull(each);
        return !(each.Day < From) && !(each.Day >= Until) && each.Concerns(Target);
    }

    private EventQuery With(string key, string value) => key switch
    {
        "from" => this with { From = EventRules.Day(key, value) },
        "until" => this with { Until = EventRules.Day(key, value) },
        "target" => TrendQuery.Targets.Contains(value)
            ? this with { Target = value }
            : throw Wrong($"target '{value}' is unknown; use one of {string.Join(", ", TrendQuery.Targets)}."),
        _ => throw Wrong($"key '{key}' is unknown; use one of {string.Join(", ", s_keys)}."),
    };

    private static TrendException Wrong(string message) => new(TrendTrouble.Query, message);
}
