using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends.Changes;

/// <summary>Which series is looked through for shifts of its level.</summary>
public sealed record ShiftQuery
{
    /// <summary>The series, by week or month.</summary>
    public required TrendQuery Series { get; init; }

    /// <summary>Reads a query from <c>points=true</c> and the keys of a trend.</summary>
    /// <exception cref="TrendException">A key or value is not understood, or stance is asked for; the message says the fix.</exception>
    public static ShiftQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.ToList();
        if (given.Find(pair => pair.Key == "points").Value?.Trim() is not "true")
            throw new TrendException(TrendTrouble.Query, "points is not 'true'; write points=true to look for shifts.");
        return new() { Series = TestedSeries.Parse(given.Where(pair => pair.Key != "points")) };
    }
}
