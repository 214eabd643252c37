using System.Text.Json.Serialization;

namespace DiscourseLens.Web.Api.Shapes;

// Shapes for the description of the API alone: the library writes the answers.

/// <summary>A series tested around a day.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="Day">The day.</param>
/// <param name="Event">The event; for a day the only one on it, else null.</param>
/// <param name="Near">Events so near that they cannot be told apart from it.</param>
/// <param name="NearDays">How many days count as near.</param>
/// <param name="Scale">unit, or log where effects are factors.</param>
/// <param name="Points">Buckets used.</param>
/// <param name="LeftOut">Buckets not used.</param>
/// <param name="Level">The step.</param>
/// <param name="Slope">The change of trend, a bucket.</param>
/// <param name="Rho">Autocorrelation.</param>
/// <param name="Placebo">The step among those at other dates.</param>
/// <param name="Series">The points, in the measure's unit.</param>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">One sentence, never stronger than its test.</param>
/// <param name="Notes">What a reader must know besides.</param>
internal sealed record TestedEvent(
    AskedSeries Query, DateOnly Day, EventCells? Event, IReadOnlyList<NearEvent> Near, [property: JsonPropertyName("near_days")] int NearDays, string Scale, int Points,
    [property: JsonPropertyName("left_out")] UnusedBuckets LeftOut, Effect Level, Effect Slope, double Rho, Placebo Placebo, IReadOnlyList<FittedCells> Series,
    IReadOnlyList<Break> Breaks, string Sentence, IReadOnlyList<string> Notes)
    : ChangeAnswer(Breaks, Sentence, Notes);

/// <summary>Shifts of a series' level, found by looking.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="Exploratory">Always true: it proves nothing about the series in which it was found.</param>
/// <param name="Scale">unit, or log where shifts are factors.</param>
/// <param name="Points">Buckets used.</param>
/// <param name="LeftOut">Buckets not used.</param>
/// <param name="Penalty">What one more shift costs.</param>
/// <param name="Shifts">The shifts, with the ids of events near them.</param>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">One sentence.</param>
/// <param name="Notes">What a reader must know besides.</param>
internal sealed record FoundShifts(
    AskedSeries Query, bool Exploratory, string Scale, int Points, [property: JsonPropertyName("left_out")] UnusedBuckets LeftOut, double Penalty,
    IReadOnlyList<FoundShift> Shifts, IReadOnlyList<Break> Breaks, string Sentence, IReadOnlyList<string> Notes)
    : ChangeAnswer(Breaks, Sentence, Notes);

/// <summary>A shift of the level.</summary>
internal sealed record FoundShift(DateTimeOffset Start, double Value, IReadOnlyList<string> Near);

/// <summary>How many buckets a test left out, by reason.</summary>
internal sealed record UnusedBuckets(
    int Missing, int Partial, int Provisional, [property: JsonPropertyName("without_posts")] int WithoutPosts, [property: JsonPropertyName("too_small")] int TooSmall,
    [property: JsonPropertyName("without_interval")] int WithoutInterval, [property: JsonPropertyName("event_bucket")] int EventBucket);

/// <summary>An effect with its 95 % interval and p from the bootstrap, the smallest that could have been seen, and Newey and West's error beside it.</summary>
internal sealed record Effect(
    double Value, double Low, double High, double P, bool Clear, double Detectable, [property: JsonPropertyName("newey_west_error")] double NeweyWestError,
    [property: JsonPropertyName("newey_west_p")] double NeweyWestP);

/// <summary>The rank of the step among those at other dates; null below 19 of them.</summary>
internal sealed record Placebo(int Dates, double? P);

/// <summary>A point, what was fitted, and what the trend before would have come to.</summary>
internal sealed record FittedCells(DateTimeOffset Start, DateTimeOffset End, double Value, double Fitted, double Without);
