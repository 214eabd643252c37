using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Events;

/// <summary>
/// Words a tested event as one sentence. It speaks of a step or a turn only where test and interval agree on it, says what
/// could not have been seen where they do not, and never that the event caused it.
/// </summary>
internal static class EventSentence
{
    /// <summary>The sentence.</summary>
    /// <param name="query">The series.</param>
    /// <param name="day">The day.</param>
    /// <param name="result">What the test says.</param>
    /// <param name="near">How many other events are near.</param>
    public static string Of(TrendQuery query, DateOnly day, InterruptedSeriesResult result, int near)
    {
        var log = query.Measure != Measure.Sentiment;
        var subject = MeasureWords.Subject(query);
        var unit = query.By.Text();
        var step = result.Level.IsClear
            ? $"{subject} stepped {Way(result.Level)} {Effect(log, result.Level)} at {day:O}"
            : $"No detectable step in {char.ToLowerInvariant(subject[0])}{subject[1..]} at {day:O}; {(log ? $"a step {EffectWords.Detectable(log, result.DetectableStep)} its level" : $"steps under {EffectWords.Detectable(log, result.DetectableStep)}")} could not have been seen";
        var turn = result.Slope.IsClear
            ? $"; its trend turned {Way(result.Slope)} {Effect(log, result.Slope)} a {unit}"
            : $"; no detectable change of its trend, and {(log ? "one" : "changes under")} {EffectWords.Detectable(log, result.DetectableSlope)} a {unit} could not have been seen";
        return step + turn + Confounded(near) + ".";
    }

    private static string Way(EventEffect effect) => effect.Value > 0 ? "up" : "down";

    private static string Effect(bool log, EventEffect effect) => EffectWords.Change(log, effect.Value, effect.Low, effect.High);

    private static string Confounded(int near) => near switch
    {
        0 => "",
        1 => FormattableString.Invariant($"; another event within {NearEvents.Days} days cannot be told apart from it"),
        _ => FormattableString.Invariant($"; {near} other events within {NearEvents.Days} days cannot be told apart from it"),
    };
}
