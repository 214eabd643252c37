using System.Globalization;

namespace DiscourseLens.Trends.Figures;

/// <summary>How many posts stand behind each bucket, as bars under a panel, from zero to its own highest.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height of the highest bar.</param>
internal sealed record VolumeStrip(double Left, double Top, double Width, double Height)
{
    private const double HiddenHeight = 3;
    private const double GapFrom = 4;

    /// <summary>The shapes of a series' counts. One that is not told has a pale stub, whatever it is.</summary>
    public FigureGroup Draw(Trend trend, TimeAxis time)
    {
        var hidden = trend.Buckets.Any(bucket => bucket.N.Below);
        var most = trend.Buckets.Where(bucket => !bucket.N.Below).Select(bucket => bucket.N.Value).DefaultIfEmpty().Max();
        return new(
            [new("strip", "n")], null,
            [
                .. trend.Buckets.Where(bucket => bucket.N.Below || bucket.N.Value > 0).Select(bucket => Bar(bucket, time, most)),
                new FigureLine([new(Left, Top + Height), new(Left + Width, Top + Height)], Ink.Edge, 1),
                Label(Top + 7, most == 0 && hidden ? "n hidden" : most.ToString("n #,0", CultureInfo.InvariantCulture)),
                .. most > 0 ? [Label(Top + Height + 4, "0")] : Array.Empty<FigureShape>(),
            ]);
    }

    private FigureArea Bar(TrendBucket bucket, TimeAxis time, long most)
    {
        var (from, to) = (Left + Width * time.Place(bucket.Start), Left + Width * time.Place(bucket.End));
        to -= to - from > GapFrom ? 1 : 0;
        var (bottom, high) = (Top + Height, bucket.N.Below ? HiddenHeight : Height * bucket.N.Value / most);
        return new([new(from, bottom - high), new(to, bottom - high), new(to, bottom), new(from, bottom)], bucket.N.Below ? Ink.Line : Ink.Edge, 1);
    }

    private FigureText Label(double y, string text) => new(new(Left - 8, y), text, Ink.Small, Ink.Muted, FigureAnchor.End);
}
