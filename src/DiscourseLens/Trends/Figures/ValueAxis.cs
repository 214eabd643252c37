using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Figures;

/// <summary>The value axis: whole for shares and scores, from zero for counts, the same for all panels of a figure.</summary>
/// <param name="Measure">What is drawn.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Step">From tick to tick.</param>
internal sealed record ValueAxis(Measure Measure, double Low, double High, double Step)
{
    private static readonly int[] s_factors = [1, 2, 5, 10];

    /// <summary>The axis for some buckets.</summary>
    public static ValueAxis Of(Measure measure, IEnumerable<TrendBucket> buckets) => measure switch
    {
        Measure.Volume => Counts(buckets.Select(bucket => bucket.High ?? bucket.Value ?? 0).DefaultIfEmpty().Max()),
        Measure.Sentiment or Measure.Net => new(measure, -1, 1, 0.5),
        _ => new(measure, 0, 1, 0.25),
    };

    /// <summary>The unit, for the reader.</summary>
    public string Unit => Measure switch
    {
        Measure.Volume => "Number of posts",
        Measure.Share => "Share of all posts read",
        Measure.Sentiment => "Compound sentiment, -1 to +1",
        Measure.Net => "Points: share in favor minus share against",
        _ => "Share of scored relevant posts",
    };

    /// <summary>The ticks, from below.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(at => Low + at * Step);

    /// <summary>How a tick is labelled.</summary>
    public string Label(double tick) => Measure switch
    {
        Measure.Volume => tick.ToString("#,0.##", CultureInfo.InvariantCulture),
        Measure.Sentiment => tick.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture),
        Measure.Net => (100 * tick).ToString("+0;-0;0", CultureInfo.InvariantCulture),
        _ => (100 * tick).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A value's place between the ends, 0 to 1.</summary>
    public double Place(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    private static ValueAxis Counts(double highest)
    {
        if (highest <= 0)
            return new(Measure.Volume, 0, 10, 5);
        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / 4)));
        var step = Math.Max(1, power * s_factors.First(factor => factor * power >= highest / 4));
        return new(Measure.Volume, 0, Math.Ceiling(highest / step) * step, step);
    }
}
