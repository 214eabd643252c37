using DiscourseLens.Series;

namespace DiscourseLens.Trends.Figures;

/// <summary>One series in its frame: grid, band, line, points, and strips of how far its days are covered and how many posts they hold.</summary>
/// <param name="Left">Left edge of the plot.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Bars">Height of the strip of counts; 0 for none.</param>
internal sealed record Panel(double Left, double Top, double Width, double Height, double Bars)
{
    /// <summary>Room of bars of a height.</summary>
    public static double Room(double bars) => bars == 0 ? 0 : bars + 8;

    private const double StripHeight = 4;

    // Beyond this many points they would hide the line; hollow ones are still drawn.
    private const int ManyPoints = 250;

    /// <summary>The shapes of a series.</summary>
    public IEnumerable<FigureShape> Draw(string? value, Trend trend, ValueAxis values, TimeAxis time) =>
    [
        .. Frame(values, time),
        .. Bars == 0 ? [] : new FigureShape[] { new VolumeStrip(Left, Top + Height + 18, Width, Bars).Draw(trend, time) },
        new FigureGroup(value is null ? [] : [new("series", value)], null, [.. Strip(trend, time), .. Runs(trend, values, time), .. Points(trend, values, time)]),
    ];

    /// <summary>Whether a bucket has a point: thin coverage and hidden or unknown values leave a gap.</summary>
    internal static bool IsDrawn(TrendBucket bucket) =>
        bucket is { Value: not null, State: not BucketState.Missing } && !(bucket.State == BucketState.Partial && bucket.Coverage < 0.5);

    private IEnumerable<FigureShape> Frame(ValueAxis values, TimeAxis time)
    {
        foreach (var tick in values.Ticks)
        {
            var y = Y(values, tick);
            yield return new FigureLine([new(Left, y), new(Left + Width, y)], tick == 0 ? Ink.Edge : Ink.Line, 1);
            yield return new FigureText(new(Left - 8, y + 4), values.Label(tick), Ink.Small, Ink.Muted, FigureAnchor.End);
        }

        foreach (var (day, label) in time.Ticks(Width))
        {
            var x = Left + Width * time.Place(day);
            yield return new FigureLine([new(x, Top + Height), new(x, Top + Height + 5)], Ink.Edge, 1);
            yield return new FigureText(new(x, Top + Height + 28 + Room(Bars)), label, Ink.Small, Ink.Muted, FigureAnchor.Middle);
        }
    }

    private IEnumerable<FigureShape> Strip(Trend trend, TimeAxis time)
    {
        var top = Top + Height + 8;
        foreach (var bucket in trend.Buckets)
        {
            var (from, to) = (Left + Width * time.Place(bucket.Start), Left + Width * time.Place(bucket.End));
            FigurePoint[] corners = [new(from, top), new(to, top), new(to, top + StripHeight), new(from, top + StripHeight)];
            yield return bucket.Coverage > 0 ? new FigureArea(corners, Ink.Coverage, Math.Max(0.15, bucket.Coverage)) : new FigureArea(corners, Ink.Empty, 1);
        }
    }

    private IEnumerable<FigureShape> Runs(Trend trend, ValueAxis values, TimeAxis time)
    {
        foreach (var run in InRuns(trend.Buckets, bucket => bucket is { Low: not null, High: not null }).Where(run => run.Count > 0))
        {
            var upper = run.ConvertAll(bucket => new FigurePoint(X(time, bucket), Y(values, bucket.High!.Value))); // the run is of those that have limits
            var lower = run.ConvertAll(bucket => new FigurePoint(X(time, bucket), Y(values, bucket.Low!.Value)));
            yield return run.Count > 1
                ? new FigureArea([.. upper, .. Enumerable.Reverse(lower)], Ink.Accent, 0.17)
                : new FigureLine([upper[0], lower[0]], Ink.Accent, 1, 0.5); // a band of one bucket has no width
        }

        foreach (var run in InRuns(trend.Buckets, _ => true).Where(run => run.Count > 1))
            yield return new FigureLine(run.ConvertAll(bucket => At(bucket, values, time)), Ink.Accent, 2, Opacity(trend));
    }

    private IEnumerable<FigureShape> Points(Trend trend, ValueAxis values, TimeAxis time)
    {
        var columns = TrendCsv.Columns.Split(',');
        // A lone point has no line that would show it.
        var lone = InRuns(trend.Buckets, _ => true).Where(run => run.Count == 1).Select(run => run[0].Start).ToHashSet();
        var many = trend.Buckets.Count > ManyPoints;
        return trend.Buckets.Select(bucket => new FigureGroup(
            columns.Zip(TrendCsv.Cells(bucket), KeyValuePair.Create).ToList(), Words(trend.Query, bucket), Shapes(bucket)));

        FigureShape[] Shapes(TrendBucket bucket)
        {
            if (!IsDrawn(bucket))
                return [];
            var hollow = bucket.State is BucketState.Partial or BucketState.Provisional;
            return many && !hollow && !lone.Contains(bucket.Start) ? [] : [new FigureDot(At(bucket, values, time), 3, Ink.Accent, hollow, Opacity(trend))];
        }
    }

    private static string Words(TrendQuery query, TrendBucket bucket) => bucket.Value is { } value
        ? $"{query.By.Label(bucket.Start)}: {MeasureWords.Interval(query.Measure, value, bucket.Low, bucket.High, "95 % ")}, {bucket.N} posts, {bucket.Authors} authors, {bucket.State.Text()}"
        : $"{query.By.Label(bucket.Start)}: no value, {bucket.N} posts, {bucket.Authors} authors, {bucket.State.Text()}";

    // What no label has corrected is drawn faint.
    private static double Opacity(Trend trend) => trend.Mark is null ? 1 : 0.45;

    private static List<List<TrendBucket>> InRuns(IEnumerable<TrendBucket> buckets, Func<TrendBucket, bool> taken)
    {
        var runs = new List<List<TrendBucket>> { new() };
        foreach (var bucket in buckets)
        {
            if (IsDrawn(bucket) && taken(bucket))
                runs[^1].Add(bucket);
            else
                runs.Add([]);
        }

        return runs;
    }

    private FigurePoint At(TrendBucket bucket, ValueAxis values, TimeAxis time) =>
        new(X(time, bucket), Y(values, bucket.Value!.Value)); // drawn buckets have a value

    private double X(TimeAxis time, TrendBucket bucket) => Left + Width * time.Middle(bucket);

    private double Y(ValueAxis values, double value) => Top + Height * (1 - values.Place(value));
}
