using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Events;

/// <summary>Tests whether level or trend of a series changed at a dated event.</summary>
/// <param name="database">The store; <see cref="Rollup"/> must have run since it changed.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class EventTestReader(LensDatabase database, SeriesOptions? options = null)
{
    /// <summary>Reads the series and tests it.</summary>
    /// <exception cref="TrendException">
    /// The store lacks the event, source, community or scorer, or too few buckets before or after the event can be used.
    /// </exception>
    public EventTest Read(EventTestQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var catalog = new EventCatalog(database);
        var events = catalog.Read(new EventQuery());
        var named = query.Event is { } id ? catalog.Find(id) : On(events, query.At!.Value, query.Series.Target); // one of the two is given
        var day = named?.Day ?? query.At!.Value;
        var trend = new TrendReader(database, options).Read(query.Series);
        var series = TestedSeries.Of(trend, day);
        var first = trend.Buckets.Count(bucket => bucket.Start < day);
        Require(series, first, day);
        var result = InterruptedSeries.Test(series.Points, first);
        var breaks = ScorerBreaks.Read(database, trend.Query, options);
        var near = NearEvents.Of(events, day, query.Series.Target, named?.Id);
        return new(
            query with { Series = trend.Query }, trend.Gate, trend.Scorer, day, named, near, series.IsLog, result, series.LeftOut,
            Fit(series, result, first), breaks, EventSentence.Of(trend.Query, day, result, near.Count),
            [.. EventNotes.Of(series, result, near), .. breaks.Select(each => each.Note())]);
    }

    // Of several on one day none is meant more than the others; they are all near then.
    private static DatedEvent? On(IReadOnlyList<DatedEvent> events, DateOnly day, string target) =>
        events.Where(each => each.Day == day && each.Concerns(target)).ToList() is [var only] ? only : null;

    private static void Require(TestedSeries series, int first, DateOnly day)
    {
        var before = series.Points.Count(point => point.Time < first);
        var after = series.Points.Count - before;
        if (series.Points.Count >= InterruptedSeries.FewestPoints && Math.Min(before, after) >= EventDesign.FewestBeside)
            return;
        var unit = series.Trend.Query.By.Text();
        var left = series.LeftOut.Count == 0 ? "" : $" ({string.Join(", ", series.LeftOut.Reasons())} left out)";
        throw new TrendException(TrendTrouble.Query, FormattableString.Invariant(
            $"{before} usable {unit}s before {day:O} and {after} from it on{left} are too few to test an event; it needs {InterruptedSeries.FewestPoints} in all and {EventDesign.FewestBeside} on each side. Take {(unit == "month" ? "by=week, " : "")}a longer range or more communities, or compare two intervals with a and b."));
    }

    private static List<FittedPoint> Fit(TestedSeries series, InterruptedSeriesResult result, int first) => series.Points.Select(point =>
    {
        var bucket = series.Trend.Buckets[point.Time];
        return new FittedPoint(
            bucket.Start, bucket.End, series.Shown(point.Value), series.Shown(result.Fitted(point.Time - first)),
            series.Shown(result.Without(point.Time - first)));
    }).ToList();
}
