using System.Text.Json.Serialization;
using DiscourseLens.Trends;

namespace DiscourseLens.Web.Api.Shapes;

// Shapes for the description of the API alone: the library writes the answers.

/// <summary>What <c>/api/change</c> answers: of two intervals, a dated event, or shifts.</summary>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">One sentence, never stronger than its test.</param>
/// <param name="Notes">What a reader must know besides.</param>
[JsonDerivedType(typeof(ComparedIntervals))]
[JsonDerivedType(typeof(TestedEvent))]
[JsonDerivedType(typeof(FoundShifts))]
internal abstract record ChangeAnswer(IReadOnlyList<Break> Breaks, string Sentence, IReadOnlyList<string> Notes);

/// <summary>Two intervals of one series compared.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="A">The first interval.</param>
/// <param name="B">The second.</param>
/// <param name="Matching">Which days are compared: whole, same-place or covered.</param>
/// <param name="Difference">The second less the first; null where one of the two is not told.</param>
/// <param name="Decomposition">What a change of sentiment is made of, or null.</param>
/// <param name="Breaks">Earlier scorer versions of the series.</param>
/// <param name="Sentence">One sentence, never stronger than its test.</param>
/// <param name="Notes">What a reader must know besides.</param>
internal sealed record ComparedIntervals(
    AskedIntervals Query, Side A, Side B, string Matching, Gap? Difference, Parts? Decomposition, IReadOnlyList<Break> Breaks, string Sentence, IReadOnlyList<string> Notes)
    : ChangeAnswer(Breaks, Sentence, Notes);

/// <summary>What <c>/api/decompose</c> answers.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="Decomposition">What the change is made of; null where nothing is told.</param>
internal sealed record DecomposeAnswer(AskedIntervals Query, Parts? Decomposition);

/// <summary>What was asked of two intervals, and which scorers answered.</summary>
internal sealed record AskedIntervals(
    string Measure, string A, string B, string Source, IReadOnlyList<string> Classes, IReadOnlyList<string> Communities, string Target, string Gate, string Scorer);

/// <summary>One of two compared intervals; of volume the value is posts a day.</summary>
internal sealed record Side(
    string State, double Coverage, int Days, [property: JsonPropertyName("compared_days")] int ComparedDays, ShownCount N, ShownCount Authors,
    double? Value, double? Low, double? High,
    [property: JsonPropertyName("author_mean")] double? AuthorMean,
    [property: JsonPropertyName("effective_authors")] double? EffectiveAuthors,
    [property: JsonPropertyName("top_author_share")] double? TopAuthorShare,
    [property: JsonPropertyName("top_10_authors_share")] double? TopTenAuthorsShare,
    [property: JsonPropertyName("leave_one_author_out")] double? LeaveOneAuthorOut);

/// <summary>A difference with its 95 % interval, and the smallest that could have been seen.</summary>
internal sealed record Gap(double? Value, double? Low, double? High, double? Detectable);

/// <summary>The parts of a change, which add up to the total; null where suppressed.</summary>
internal sealed record Parts(bool Suppressed, double? Total, Part? Within, Part? Between, Part? Entry, Part? Exit, long? Stayers, long? Entrants, long? Leavers);

/// <summary>A part of a change with its 95 % interval.</summary>
internal sealed record Part(double Value, double? Low, double? High);

/// <summary>An earlier scorer version of the series, linked over the days that both measured; numbers are null below the limit.</summary>
internal sealed record Break(
    string Gate, string Scorer, DateTimeOffset? From, DateTimeOffset? Until, int Days, [property: JsonPropertyName("days_before_only")] int DaysBeforeOnly,
    [property: JsonPropertyName("n_before")] long? NBefore, long? N, double? Shift, double? Factor);
