using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>How numbers of a measure are written in sentences.</summary>
internal static class MeasureWords
{
    /// <summary>What is measured, of which posts and how weighted, as the subject of a sentence.</summary>
    public static string Subject(TrendQuery query) => query.Measure switch
    {
        Measure.Volume => "The number of relevant posts a day",
        Measure.Share => "The share of relevant posts",
        _ => "Mean compound sentiment",
    } + About(query) + (query.Measure == Measure.Share ? " among all posts read" : "") + Weight(query);

    /// <summary>The weighting, where it is not by posts.</summary>
    public static string Weight(TrendQuery query) => query.Weight == Weighting.Author ? ", one author one vote," : "";

    /// <summary>The target, where it is not every one, and the part of the posts, where it is not all.</summary>
    public static string About(TrendQuery query) => (query.Target == "all" ? "" : $" on {Name(query.Target)}")
        + (query.Facet is not { } facet ? "" : query.Measure == Measure.Volume ? $" {facet.Words}" : $" of posts {facet.Words}");

    private static string Name(string target) => target switch
    {
        "mdma" => "MDMA",
        "lsd" => "LSD",
        "other" => "other substances",
        "general" => "psychedelics in general",
        _ => target,
    };

    /// <summary>A value with its interval, where there is one; <paramref name="level"/> goes before the limits.</summary>
    public static string Interval(Measure measure, double value, double? low, double? high, string level) =>
        low is { } from && high is { } to
            ? $"{Number(measure, value)} ({level}{Number(measure, from)} to {Number(measure, to)})"
            : $"{Number(measure, value)} (no interval)";

    /// <summary>A value in the measure's unit.</summary>
    public static string Number(Measure measure, double value) => measure switch
    {
        Measure.Sentiment => Fixed(value),
        Measure.Volume => Count(value),
        Measure.Share => Digits(100 * value) + " %",
        Measure.Net => Text($"{Math.Round(100 * value):+0;-0;0} points"),
        _ => Text($"{100 * value:0} %"),
    };

    /// <summary>The size of a difference, rounded up so that no claim is stronger than the number.</summary>
    public static string Size(Measure measure, double size) => measure switch
    {
        Measure.Sentiment => Text($"{Math.Ceiling(100 * size) / 100:0.00}"),
        Measure.Volume => $"{Count(size, up: true)} posts a day",
        _ => Digits(100 * size, up: true) + " percentage points",
    };

    // Numbers of posts a day may be small.
    private static string Count(double value, bool up = false) => value < 100 ? Digits(value, up) : Text($"{(up ? Math.Ceiling(value) : value):#,0}");

    // Rounded first, since a tiny negative number would print as -0.00.
    private static string Fixed(double value) =>
        Text($"{Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0:0.00}");

    // Three digits that count, and no more decimals than six.
    private static string Digits(double value, bool up = false)
    {
        if (value == 0)
            return "0";
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        var scale = Math.Pow(10, decimals);
        return Text($"{(up ? Math.Ceiling(value * scale) / scale : Math.Round(value, decimals)):0.######}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
