using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends.Changes;

/// <summary>One of three questions about change: of two intervals, around a dated event, or for shifts wherever they are.</summary>
/// <param name="Intervals">Two intervals to compare, else null.</param>
/// <param name="Event">An event to test, else null.</param>
/// <param name="Shifts">A series to look through, else null.</param>
public sealed record ChangeQuestion(ChangeQuery? Intervals, EventTestQuery? Event, ShiftQuery? Shifts)
{
    /// <summary>Reads the question from its keys: <c>at</c> or <c>event</c>, <c>points=true</c>, else <c>a</c> and <c>b</c>.</summary>
    /// <exception cref="TrendException">A key or value is not understood; the message names both, and the fix.</exception>
    public static ChangeQuestion Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        var asked = new[]
        {
            (Keys: "a and b", Given: Has(given, "a", "b")),
            (Keys: "at or event", Given: Has(given, "at", "event")),
            (Keys: "points", Given: Has(given, "points")),
        };
        if (asked.Count(each => each.Given) > 1)
        {
            throw new TrendException(
                TrendTrouble.Query,
                $"{string.Join(" and ", asked.Where(each => each.Given).Select(each => each.Keys))} ask for different things; give a and b to compare intervals, at or event to test a date, or points to look for shifts.");
        }

        return asked[1].Given ? new(null, EventTestQuery.Parse(given), null)
            : asked[2].Given ? new(null, null, ShiftQuery.Parse(given))
            : new(ChangeQuery.Parse(given), null, null);
    }

    private static bool Has(List<KeyValuePair<string, string?>> given, params string[] keys) =>
        given.Exists(pair => keys.Contains(pair.Key));
}
