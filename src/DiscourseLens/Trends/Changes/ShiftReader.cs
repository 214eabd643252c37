using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Events;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>Looks through a series for shifts of its level.</summary>
/// <param name="database">The store; <see cref="Rollup"/> must have run since it changed.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class ShiftReader(LensDatabase database, SeriesOptions? options = null)
{
    private const int FewestPoints = 2 * ChangePoints.FewestPoints;

    /// <summary>Reads the series and finds its shifts.</summary>
    /// <exception cref="TrendException">The store lacks the source, community or scorer, or too few buckets can be used.</exception>
    public Shifts Read(ShiftQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var trend = new TrendReader(database, options).Read(query.Series);
        var series = TestedSeries.Of(trend, day: null);
        if (series.Points.Count < FewestPoints)
        {
            throw new TrendException(TrendTrouble.Query, FormattableString.Invariant(
                $"{series.Points.Count} usable {trend.Query.By.Text()}s are too few to look for shifts; it needs {FewestPoints}. Take a longer range{(trend.Query.By == Grain.Month ? " or by=week" : "")}."));
        }

        var events = new EventCatalog(database).Read(new EventQuery());
        var found = ChangePoints.Find(series.Points).Select(point =>
        {
            var start = trend.Buckets[point.Time].Start;
            return new Shift(start, point.Shift, [.. NearEvents.Of(events, start, query.Series.Target, except: null).Select(each => each.Id)]);
        }).ToList();
        var breaks = ScorerBreaks.Read(database, trend.Query, options);
        return new(
            query with { Series = trend.Query }, trend.Gate, trend.Scorer, series.IsLog, series.Points.Count, series.LeftOut,
            ChangePoints.Penalty(series.Points), found, breaks, Sentence(trend.Query, series.IsLog, found),
            [
                "A steady trend without any shift shows as shifts too: look at the series before you read one into it.",
                "Exploratory: a shift found by looking at a series proves nothing about it, and must not become the date of a test on the same series.",
                .. EventNotes.OfSeries(series), .. breaks.Select(each => each.Note()),
            ]);
    }

    private static string Sentence(TrendQuery query, bool log, List<Shift> found)
    {
        var subject = MeasureWords.Subject(query);
        var of = $"{char.ToLowerInvariant(subject[0])}{subject[1..]}";
        return found.Count == 0
            ? $"Exploratory: no shift of the level stands out in {of}; small ones cannot be seen."
            : $"Exploratory: the level of {of} seems to shift at {string.Join(", ", found.Select(shift => $"{query.By.Label(shift.Start)} ({EffectWords.Shift(log, shift.Size)})"))}.";
    }
}
