using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Events;

/// <summary>What a reader of a tested event must know besides its sentence.</summary>
internal static class EventNotes
{
    private const double Nominal = 0.05;
    private const int FewBeside = 6;

    /// <summary>The notes; the first always holds.</summary>
    public static List<string> Of(TestedSeries series, InterruptedSeriesResult result, IReadOnlyList<DatedEvent> near)
    {
        List<string> notes = ["A test holds for an event that was named before the series was looked at. What else changed at the time, seasons too, is not told apart from it."];
        notes.AddRange(OfSeries(series));
        if (near.Count > 0)
            notes.Add($"Near events: {string.Join("; ", near.Select(each => $"{each.Title} ({each.Day:O})"))}.");
        notes.AddRange(OfSetting(result, series.Trend.Query.By.Text()));
        if (result.Level.IsClear && result.PlaceboP > Nominal)
            notes.Add(FormattableString.Invariant($"Steps as large beside their errors stand at other dates too: of {result.Placebos} where nothing is claimed, {Math.Round(result.PlaceboP.Value * (result.Placebos + 1)) - 1:0}."));
        if (!result.Level.IsClear && result.Level.NeweyWestP <= Nominal)
            notes.Add("Newey and West's error would call the step clear; in series this short it does so too often.");
        return notes;
    }

    // Where simulations find more false alarms than the level says, or one point more might change the answer.
    private static IEnumerable<string> OfSetting(InterruptedSeriesResult result, string unit)
    {
        if (result.FewestBeside < FewBeside)
            yield return FormattableString.Invariant($"Only {result.FewestBeside} {unit}s stand on one side of the event, so the answer hangs on each of them. Look again when there are more.");
        if (result.IsMostlyMeasurement)
            yield return "Errors of measurement are as large as what drifts, or larger: where nothing happened, such tests find a step or a turn a little more often than in 5 of 100. More posts a point would help.";
    }

    /// <summary>What holds for every test of a series over time.</summary>
    public static IEnumerable<string> OfSeries(TestedSeries series)
    {
        var unit = series.Trend.Query.By.Text();
        if (series.LeftOut.Count > 0)
            yield return FormattableString.Invariant($"{series.LeftOut.Count} of {series.Trend.Buckets.Count} {unit}s are left out: {string.Join(", ", series.LeftOut.Reasons())}.");
        if (series.IsLog && series.LeftOut.WithoutPosts + series.LeftOut.TooSmall > 0)
            yield return $"The {unit}s with the fewest posts are among those left out, so the level is told too high there, and falls too small.";
        if (series.IsLog)
            yield return "Effects are factors: the logarithm is tested.";
    }
}
