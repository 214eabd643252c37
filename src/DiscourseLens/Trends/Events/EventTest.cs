using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Events;

/// <summary>A series tested around a day, ready to be shown: it rests on buckets that are shown, and on no others.</summary>
/// <param name="Query">What was asked, with the source filled in.</param>
/// <param name="Gate">The relevance scorer.</param>
/// <param name="Scorer">The measure's scorer.</param>
/// <param name="Day">The day.</param>
/// <param name="Event">The event of the store that was named, or the only one on the day; null where there is none.</param>
/// <param name="Near">Other events within <see cref="NearEvents.Days"/> days.</param>
/// <param name="IsLog">Whether effects are of the natural logarithm: volume (posts a day) and share. Their exponentials are factors.</param>
/// <param name="Result">What the test says.</param>
/// <param name="LeftOut">The buckets not used.</param>
/// <param name="Series">The points, in the measure's unit.</param>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">What may be said of it, never more than the test bears.</param>
/// <param name="Notes">What a reader must know besides.</param>
public sealed record EventTest(
    EventTestQuery Query,
    string Gate,
    string Scorer,
    DateOnly Day,
    DatedEvent? Event,
    IReadOnlyList<DatedEvent> Near,
    bool IsLog,
    InterruptedSeriesResult Result,
    LeftOut LeftOut,
    IReadOnlyList<FittedPoint> Series,
    IReadOnlyList<ScorerBreak> Breaks,
    string Sentence,
    IReadOnlyList<string> Notes);

/// <summary>A point of a tested series.</summary>
/// <param name="Start">First day of its bucket.</param>
/// <param name="End">Day after its last.</param>
/// <param name="Value">What was measured: posts a day, share, or mean sentiment.</param>
/// <param name="Fitted">What the model with the event says.</param>
/// <param name="Without">What the trend before the event would have come to.</param>
public sealed record FittedPoint(DateOnly Start, DateOnly End, double Value, double Fitted, double Without);
