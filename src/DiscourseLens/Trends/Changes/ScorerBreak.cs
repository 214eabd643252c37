namespace DiscourseLens.Trends.Changes;

/// <summary>
/// An earlier version of the scorers of a series, linked to the one in use over the days that both measured. Series of two
/// versions are never joined; the link says how far apart they lie.
/// </summary>
/// <param name="Gate">The earlier relevance scorer.</param>
/// <param name="Scorer">The earlier scorer of the measure.</param>
/// <param name="From">First day that both measured; null where there is none.</param>
/// <param name="Until">Day after the last one.</param>
/// <param name="Days">Days that both measured.</param>
/// <param name="DaysBeforeOnly">Days with posts under the earlier version and none under the one in use.</param>
/// <param name="NBefore">Posts of the overlap under the earlier version, rounded to the fewest that are shown; null where too few to be told.</param>
/// <param name="N">Posts of the overlap under the one in use; null as above.</param>
/// <param name="Shift">
/// Mean sentiment under the one in use less that under the earlier version, in hundredths; null for volume and share, and
/// where too few posts stand behind it.
/// </param>
/// <param name="Factor">Posts under the one in use per post under the earlier version, in hundredths; null for sentiment, and as above.</param>
public sealed record ScorerBreak(
    string Gate, string Scorer, DateOnly? From, DateOnly? Until, int Days, int DaysBeforeOnly, long? NBefore, long? N, double? Shift,
    double? Factor)
{
    /// <summary>The link as a note.</summary>
    internal string Note()
    {
        var name = Gate == Scorer ? Scorer : $"{Scorer} on posts chosen by {Gate}";
        var link = (Shift, Factor) switch
        {
            ({ } shift, _) => FormattableString.Invariant($"over {Days} days that both measured (n about {NBefore} and {N}) the one in use gives {shift:+0.00;-0.00;0.00}"),
            (_, { } factor) => FormattableString.Invariant($"over {Days} days that both measured the one in use finds {factor:0.00} times as many posts (about {N} for {NBefore})"),
            _ => "too little was measured by both to link them",
        };
        var gap = DaysBeforeOnly == 0 ? "" : FormattableString.Invariant($"; {DaysBeforeOnly} days with posts under it have none under the one in use");
        return $"Scorers changed: the series was also measured by {name}; {link}{gap}.";
    }
}
