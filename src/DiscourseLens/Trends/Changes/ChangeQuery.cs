using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Changes;

/// <summary>Which two intervals of which series are compared.</summary>
public sealed record ChangeQuery
{
    private const int MostDays = 36_525;

    private static readonly string[] s_keys = ["a", "b", "measure", "source", "class", "community", "target"];
    private static readonly string[] s_filters = ["condition", "language", "age"];

    /// <summary>Measure, source, classes, communities and target; its bucket and range are not used.</summary>
    public required TrendQuery Series { get; init; }

    /// <summary>The first interval, UTC days.</summary>
    public required DayRun A { get; init; }

    /// <summary>The second interval, UTC days; it shares none with the first.</summary>
    public required DayRun B { get; init; }

    /// <summary>
    /// Reads a query from keys <c>a b measure source class community target</c>; intervals are written
    /// <c>2024-01-01..2024-07-01</c>, the second day not included. An empty value counts as not given.
    /// </summary>
    /// <exception cref="TrendException">A key or value is not understood, or stance is asked for; the message says the fix.</exception>
    public static ChangeQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        if (given.Find(pair => s_filters.Contains(pair.Key)) is { Key: { } filter })
            throw Wrong($"{filter} narrows the posts, and two intervals are compared of all of them; leave {filter} out, or ask at, event or points of the narrowed series.");
        if (given.Find(pair => !s_keys.Contains(pair.Key)) is { Key: { } key })
            throw Wrong($"key '{key}' is unknown; use one of {string.Join(", ", s_keys)}.");
        var query = new ChangeQuery
        {
            Series = TrendQuery.Parse(given.Where(pair => pair.Key is not ("a" or "b"))),
            A = Interval("a", given),
            B = Interval("b", given),
        };
        if (query.A.From < query.B.Until && query.B.From < query.A.Until)
            throw Wrong($"a '{Text(query.A)}' and b '{Text(query.B)}' share days; a post can stand on one side only.");
        return query.Series.Measure.IsStance() ? throw Uncorrected(query.Series.Measure) : query;
    }

    /// <summary>As <see cref="Parse"/>, for the one measure that can be split into parts.</summary>
    /// <exception cref="TrendException">Also where another measure than sentiment is asked for.</exception>
    public static ChangeQuery ParseForParts(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var query = Parse(values);
        return query.Series.Measure == Measure.Sentiment ? query : throw Wrong(
            $"measure '{query.Series.Measure.Text()}' is no mean over authors, so its change has no such parts; use measure=sentiment.");
    }

    /// <summary>An interval as it is written in a query.</summary>
    internal static string Text(DayRun interval) => $"{interval.From:O}..{interval.Until:O}";

    private static DayRun Interval(string key, List<KeyValuePair<string, string?>> given)
    {
        var texts = given.Where(pair => pair.Key == key).Select(pair => pair.Value!.Trim()).ToList(); // blank ones are gone
        if (texts.Count != 1)
            throw Wrong($"{key} is given {texts.Count} times; give it once, for example {key}=2024-01-01..2024-07-01.");
        var days = texts[0].Split("..").Select(text => Day(key, texts[0], text)).ToList();
        if (days.Count != 2 || days[0] >= days[1])
            throw Wrong($"{key} '{texts[0]}' is no interval; write first day, two dots and the day after the last: 2024-01-01..2024-07-01.");
        var interval = new DayRun(days[0], days[1]);
        return interval.Days <= MostDays ? interval : throw Wrong($"{key} '{texts[0]}' has more than {MostDays} days; take a shorter one.");
    }

    private static DateOnly Day(string key, string interval, string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? QueryDay.InRange(key, day)
            : throw Wrong($"{key} '{interval}' is no interval; write first day, two dots and the day after the last: 2024-01-01..2024-07-01.");

    private static TrendException Uncorrected(Measure measure) => Wrong(
        $"measure '{measure.Text()}' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.");

    private static TrendException Wrong(string message) => new(TrendTrouble.Query, message);
}
