using System.Globalization;
using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends;

/// <summary>
/// Words a trend as one sentence. It says that something rose or fell only where the interval of the difference between the
/// first and the last observed bucket holds no zero, and never of stance.
/// </summary>
internal static class TrendHeadline
{
    /// <summary>The two buckets that the sentence compares, or null where fewer than two are observed and shown.</summary>
    public static (int First, int Last)? Compared(IReadOnlyList<TrendBucket> buckets)
    {
        var shown = Enumerable.Range(0, buckets.Count).Where(at => IsShown(buckets[at])).ToList();
        return shown.Count < 2 ? null : (shown[0], shown[^1]);
    }

    /// <summary>Days of a bucket; one that is observed is covered on all of them.</summary>
    public static int Days(TrendBucket bucket) => bucket.End.DayNumber - bucket.Start.DayNumber;

    /// <summary>The sentence on the first and last observed bucket that is shown, and on what is not.</summary>
    /// <param name="query">The question.</param>
    /// <param name="buckets">Its answer.</param>
    /// <param name="difference">The last less the first bucket of <see cref="Compared"/>; null where it has no interval.</param>
    public static string Of(TrendQuery query, IReadOnlyList<TrendBucket> buckets, Difference? difference)
    {
        if (buckets.Count == 0)
            return "Nothing is covered or held, so there is nothing to say.";
        var shown = buckets.Where(IsShown).ToList();
        var said = shown.Count == 0 ? $"No {query.By.Text()} is observed in full and large enough to be shown"
            : query.Measure.IsStance() ? Uncorrected(query, shown[0], shown[^1])
            : shown.Count > 1 && difference is not null ? Tested(query, shown[0], shown[^1], difference)
            : Measured(query, shown[0], shown[^1]);
        return said + ByOne(query, shown) + Rest(query, buckets) + ".";
    }

    // Known only where details were asked for.
    private static string ByOne(TrendQuery query, List<TrendBucket> shown) => string.Concat(
        new[] { shown.FirstOrDefault(), shown.LastOrDefault() }.OfType<TrendBucket>().Distinct()
            .Select(bucket => OneAuthor.Wrote(bucket.Concentration, $"in {query.By.Label(bucket.Start)}")).OfType<string>()
            .Select(wrote => $"; {wrote}"));

    private static bool IsShown(TrendBucket bucket) => bucket is { State: BucketState.Observed, Value: not null };

    private static string Tested(TrendQuery query, TrendBucket first, TrendBucket last, Difference difference)
    {
        var subject = MeasureWords.Subject(query);
        var (from, to) = (query.By.Label(first.Start), query.By.Label(last.Start));
        var (one, other) = (Value(query, first, "95 % "), Value(query, last, ""));
        return difference.IsClear
            ? $"{subject} {(difference.Value > 0 ? "rose" : "fell")} from {one} in {from} to {other} in {to}"
            : $"No detectable change in {char.ToLowerInvariant(subject[0])}{subject[1..]} between {from}, {one}, and {to}, {other}; changes under {MeasureWords.Size(query.Measure, difference.Detectable)} could not have been seen";
    }

    private static string Measured(TrendQuery query, TrendBucket first, TrendBucket last)
    {
        var text = $"{MeasureWords.Subject(query)} was {Value(query, first, "95 % ")} in {query.By.Label(first.Start)}";
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
        return $"{subject}{MeasureWords.About(query)}{MeasureWords.Weight(query)} {went}; not corrected for model error, so no interval can be given";
    }

    // Posts are told by the day: February is no fall. Shown buckets have a value.
    private static string Value(TrendQuery query, TrendBucket bucket, string level)
    {
        var per = query.Measure == Measure.Volume ? Days(bucket) : 1;
        return MeasureWords.Interval(query.Measure, bucket.Value!.Value / per, bucket.Low / per, bucket.High / per, level);
    }

    private static string Share(TrendQuery query, double value) => MeasureWords.Number(query.Measure, value);

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
