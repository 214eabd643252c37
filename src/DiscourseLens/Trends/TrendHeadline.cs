using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>Words a trend as one sentence of facts. It never says that something rose or fell: no test was made.</summary>
internal static class TrendHeadline
{
    /// <summary>The sentence on the first and last observed bucket that is shown, and on what is not.</summary>
    public static string Of(TrendQuery query, IReadOnlyList<TrendBucket> buckets)
    {
        if (buckets.Count == 0)
            return "Nothing is covered or held, so there is nothing to say.";
        var shown = buckets.Where(bucket => bucket is { State: BucketState.Observed, Value: not null }).ToList();
        var said = shown.Count == 0 ? $"No {query.By.Text()} is observed in full and large enough to be shown"
            : query.Measure.IsStance() ? Uncorrected(query, shown[0], shown[^1])
            : Measured(query, shown[0], shown[^1]);
        return said + Rest(query, buckets) + ".";
    }

    private static string Measured(TrendQuery query, TrendBucket first, TrendBucket last)
    {
        var text = $"{Subject(query)} was {Value(query, first, "95 % ")} in {query.By.Label(first.Start)}";
        return first == last
            ? text + " only"
            : text + $" and {Value(query, last, "")} in {query.By.Label(last.Start)}";
    }

    private static string Uncorrected(TrendQuery query, TrendBucket first, TrendBucket last)
    {
        var subject = query.Measure == Measure.Net ? "The model's favor share minus its against share"
            : $"The model's {query.Measure.Text()} share";
        var (from, to) = (query.By.Label(first.Start), query.By.Label(last.Start));
        var went = first == last
            ? $"was {Share(query, first.Value!.Value)} in {from} only" // shown buckets have a value
            : $"went from {Share(query, first.Value!.Value)} in {from} to {Share(query, last.Value!.Value)} in {to}";
        return $"{subject}{About(query)} {went}; not corrected for model error, so no interval can be given";
    }

    private static string Subject(TrendQuery query) => query.Measure switch
    {
        Measure.Volume => $"The number of relevant posts{About(query)}",
        Measure.Share => $"The share of relevant posts{About(query)} among all posts read",
        _ => $"Mean compound sentiment{About(query)}",
    };

    private static string About(TrendQuery query) => query.Target == "all" ? "" : $" on {query.Target}";

    private static string Value(TrendQuery query, TrendBucket bucket, string level)
    {
        var value = bucket.Value!.Value; // shown buckets have a value
        if (query.Measure != Measure.Sentiment)
            return query.Measure == Measure.Volume ? Text($"{value:0}") : Share(query, value);
        return bucket is { Low: { } low, High: { } high }
            ? Text($"{Short(value)} ({level}{Short(low)} to {Short(high)})")
            : Text($"{Short(value)} (no interval)");
    }

    // Rounded first, since a tiny negative number would print as -0.00.
    private static string Short(double value) =>
        Text($"{Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0:0.00}");

    private static string Share(TrendQuery query, double value) =>
        query.Measure == Measure.Net ? Text($"{Math.Round(100 * value):+0;-0;0} points")
        : query.Measure == Measure.Share ? Text($"{100 * value:0.####} %")
        : Text($"{100 * value:0} %");

    private static string Rest(TrendQuery query, IReadOnlyList<TrendBucket> buckets)
    {
        var parts = new[] { BucketState.Missing, BucketState.Partial, BucketState.Provisional, BucketState.Zero }
            .Select(state => (Count: buckets.Count(bucket => bucket.State == state), Word: Word(state)))
            .Append((Count: buckets.Count(bucket => bucket is { State: BucketState.Observed, Suppressed: true }), Word: "suppressed"))
            .Where(part => part.Count > 0)
            .ToList();
        var unit = query.By.Text() + (buckets.Count == 1 ? "" : "s");
        return string.Concat(parts.Select((part, i) => i == 0
            ? Text($"; {part.Count} of {buckets.Count} {unit} {part.Word}")
            : Text($", {part.Count} {part.Word}")));
    }

    private static string Word(BucketState state) => state == BucketState.Zero ? "without posts" : state.Text();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
