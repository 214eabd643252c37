using DiscourseLens.Series;

namespace DiscourseLens.Trends.Events;

/// <summary>The buckets of a series that a test over time may use.</summary>
/// <param name="Trend">The series as it is shown.</param>
/// <param name="Points">The usable points; a point's time is the place of its bucket.</param>
/// <param name="LeftOut">The buckets that are not used, and why.</param>
/// <param name="IsLog">Whether values are natural logarithms: of posts a day, and of shares.</param>
internal sealed record TestedSeries(Trend Trend, IReadOnlyList<Statistics.SeriesPoint> Points, LeftOut LeftOut, bool IsLog)
{
    /// <summary>Ten years of weeks: a test costs the cube of its points.</summary>
    private const int MostPoints = 520;

    private const double Normal95 = 1.959964;

    /// <summary>Reads the series to test from a trend's keys.</summary>
    /// <exception cref="TrendException">A key or value is not understood, or stance is asked for; the message says the fix.</exception>
    public static TrendQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var query = TrendQuery.Parse(values);
        if (query.By is not (Grain.Week or Grain.Month))
            throw new TrendException(TrendTrouble.Query, $"by '{query.By.Text()}' cannot be tested over time; use by=month or by=week.");
        if (query.Compare is { } by)
            throw new TrendException(TrendTrouble.Query, $"compare '{by.ToString().ToLowerInvariant()}' asks for several series; test one at a time, and mind that of many tests some come out by chance.");
        return query.Measure.IsStance() ? throw Uncorrected(query.Measure) : query with { Details = false };
    }

    /// <summary>Chooses the points.</summary>
    /// <param name="trend">The series.</param>
    /// <param name="day">The event; null where there is none. The bucket that holds days of both sides is left out.</param>
    /// <exception cref="TrendException">There are more points than a test can take.</exception>
    public static TestedSeries Of(Trend trend, DateOnly? day)
    {
        var log = trend.Query.Measure != Measure.Sentiment;
        var (taken, left) = (new List<Statistics.SeriesPoint>(), new LeftOut());
        for (var at = 0; at < trend.Buckets.Count; at++)
        {
            var bucket = trend.Buckets[at];
            if (bucket.Start < day && day < bucket.End)
                left = left with { EventBucket = 1 };
            else if (left.With(bucket) is { } more)
                left = more;
            else if (Point(trend.Query.Measure, at, bucket, log) is { } point)
                taken.Add(point);
            else
                left = left with { WithoutInterval = left.WithoutInterval + 1 };
        }

        return taken.Count <= MostPoints ? new(trend, Floored(taken), left, log) : throw new TrendException(
            TrendTrouble.Query, $"{taken.Count} {trend.Query.By.Text()}s are more than the {MostPoints} that can be tested; take by=month, or a shorter range.");
    }

    /// <summary>A value as the trend shows it.</summary>
    public double Shown(double value) => IsLog ? Math.Exp(value) : value;

    // The interval's half width over 1.96: a little too wide where authors are few, which the test's own scale takes up.
    private static Statistics.SeriesPoint? Point(Measure measure, int at, TrendBucket bucket, bool log)
    {
        if (bucket is not { Value: { } value, Low: { } low, High: { } high } || (log && value <= 0))
            return null;
        var per = measure == Measure.Volume ? bucket.End.DayNumber - bucket.Start.DayNumber : 1;
        var error = !log ? (high - low) / (2 * Normal95)
            : low > 0 ? Math.Log(high / low) / (2 * Normal95)
            : Math.Log(high / value) / Normal95; // the lower limit was rounded to nothing
        return new(at, log ? Math.Log(value / per) : value, error * error);
    }

    // Authors who all say the same leave no variance; such a point weighs as much as the surest other.
    private static List<Statistics.SeriesPoint> Floored(List<Statistics.SeriesPoint> points)
    {
        var least = points.Where(point => point.Variance > 0).Select(point => point.Variance).DefaultIfEmpty(1).Min();
        return points.ConvertAll(point => point.Variance > 0 ? point : point with { Variance = least });
    }

    private static TrendException Uncorrected(Measure measure) => new(
        TrendTrouble.Query,
        $"measure '{measure.Text()}' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.");
}
