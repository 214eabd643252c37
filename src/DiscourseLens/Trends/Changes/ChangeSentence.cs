using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>Words a comparison as one sentence; it says rose or fell only where the difference's interval holds no zero.</summary>
internal static class ChangeSentence
{
    /// <summary>The sentence.</summary>
    public static string Of(ChangeQuery query, ChangeSide a, ChangeSide b, Difference? difference)
    {
        var measure = query.Series.Measure;
        var subject = MeasureWords.Subject(query.Series) + (measure == Measure.Volume ? " a day" : "");
        if (a.Suppressed || b.Suppressed)
            return $"{subject} cannot be compared: {(a.Suppressed ? Why("A", a) : Why("B", b))}.";
        if (difference is null)
            return $"{subject} was {Level(measure, a, "95 % ")} in {Name("A", a)} and {Level(measure, b, "")} in {Name("B", b)}; too little stands behind it to test a change.";
        return difference.IsClear
            ? $"{subject} {(difference.Value > 0 ? "rose" : "fell")} from {Level(measure, a, "95 % ")} in {Name("A", a)} to {Level(measure, b, "")} in {Name("B", b)}."
            : $"No detectable change in {char.ToLowerInvariant(subject[0])}{subject[1..]} between {Name("A", a)}, {Level(measure, a, "95 % ")}, and {Name("B", b)}, {Level(measure, b, "")}; changes under {MeasureWords.Size(measure, difference.Detectable)} could not have been seen.";
    }

    private static string Why(string letter, ChangeSide side) => side.N == ShownCount.Untold
        ? $"{Name(letter, side)} stays hidden, as what few posts or authors said could be had from it by subtraction"
        : $"too few posts or authors stand behind {Name(letter, side)}";

    private static string Name(string letter, ChangeSide side) => $"{letter} ({ChangeQuery.Text(side.Interval)})";

    private static string Level(Measure measure, ChangeSide side, string level) => side.Value is { } value
        ? MeasureWords.Interval(measure, value, side.Low, side.High, level)
        : "unknown";
}
