using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends.Changes;

/// <summary>Shifts of a series' level, found by looking at it: exploratory, no test of anything.</summary>
/// <param name="Query">What was asked, with the source filled in.</param>
/// <param name="Gate">The relevance scorer.</param>
/// <param name="Scorer">The measure's scorer.</param>
/// <param name="IsLog">Whether shifts are of the natural logarithm: volume (posts a day) and share.</param>
/// <param name="Points">Points used.</param>
/// <param name="LeftOut">The buckets not used.</param>
/// <param name="Penalty">Price of a shift, autocorrelation included.</param>
/// <param name="Found">The shifts, in order of time.</param>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">What may be said of it.</param>
/// <param name="Notes">What a reader must know besides.</param>
public sealed record Shifts(
    ShiftQuery Query, string Gate, string Scorer, bool IsLog, int Points, LeftOut LeftOut, double Penalty, IReadOnlyList<Shift> Found,
    IReadOnlyList<ScorerBreak> Breaks, string Sentence, IReadOnlyList<string> Notes);

/// <summary>One shift.</summary>
/// <param name="Start">First day of the first bucket of the new level.</param>
/// <param name="Size">New level less old level, on the scale of the series.</param>
/// <param name="Near">Ids of events within <see cref="NearEvents.Days"/> days, to be looked into and not to be tested on the same series.</param>
public sealed record Shift(DateOnly Start, double Size, IReadOnlyList<string> Near);
