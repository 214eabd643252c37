using System.Text.Json.Serialization;
using DiscourseLens.Trends;

namespace DiscourseLens.Web.Api.Shapes;

// Shapes for the description of the API alone: the library writes the answers.

/// <summary>What <c>/api/trend</c> answers: one series, or several where values are compared.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
[JsonDerivedType(typeof(OneSeries))]
[JsonDerivedType(typeof(SeveralSeries))]
internal abstract record SeriesAnswer(AskedSeries Query);

/// <summary>One series.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="Buckets">Its buckets in order of time, without holes.</param>
/// <param name="Headline">One sentence, never stronger than its interval.</param>
/// <param name="Notes">What a reader must know besides.</param>
internal sealed record OneSeries(AskedSeries Query, IReadOnlyList<Bucket> Buckets, string Headline, IReadOnlyList<string> Notes) : SeriesAnswer(Query);

/// <summary>Several series that differ in one thing.</summary>
/// <param name="Query">What was asked, and which scorers answered.</param>
/// <param name="Series">The series, at most twelve, all with the same buckets.</param>
/// <param name="LeftOut">The values for which there was no room.</param>
/// <param name="Note">What must be known of so many comparisons; null where nothing must.</param>
internal sealed record SeveralSeries(
    AskedSeries Query, IReadOnlyList<ComparedOne> Series, [property: JsonPropertyName("left_out")] IReadOnlyList<string> LeftOut, string? Note) : SeriesAnswer(Query);

/// <summary>One of several series.</summary>
/// <param name="Value">What it differs in, such as mdma.</param>
/// <param name="Query">What asks for it alone.</param>
/// <param name="Buckets">Its buckets in order of time, without holes.</param>
/// <param name="Headline">One sentence, never stronger than its interval.</param>
/// <param name="Notes">What a reader must know besides.</param>
internal sealed record ComparedOne(string Value, AskedSeries Query, IReadOnlyList<Bucket> Buckets, string Headline, IReadOnlyList<string> Notes);

/// <summary>What was asked, with what went without saying, and which scorers answered.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="By">Length of a bucket.</param>
/// <param name="From">First UTC day as an instant; null for all.</param>
/// <param name="Until">UTC day after the last; null for all.</param>
/// <param name="Source">Names of sources, or all.</param>
/// <param name="Classes">Classes of communities; none for any.</param>
/// <param name="Communities">Communities; none for all.</param>
/// <param name="Target">The substance talked about.</param>
/// <param name="Condition">The condition that the posts name, or null.</param>
/// <param name="Language">The language of the posts, or null.</param>
/// <param name="Age">The age at which the posts were still there, or null.</param>
/// <param name="Filter">That filter in words, or null.</param>
/// <param name="Weight">What counts alike: posts or authors.</param>
/// <param name="Compare">What several series differ in, or null.</param>
/// <param name="Url">The one query string that asks for it again.</param>
/// <param name="Gate">The version that chose the posts.</param>
/// <param name="Scorer">The version that measured them.</param>
internal sealed record AskedSeries(
    string Measure, string By, DateTimeOffset? From, DateTimeOffset? Until, string Source, IReadOnlyList<string> Classes, IReadOnlyList<string> Communities, string Target,
    string? Condition, string? Language, string? Age, string? Filter, string Weight, string? Compare, string Url, string Gate, string Scorer);

/// <summary>A stretch of time of a series.</summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The instant after its last.</param>
/// <param name="State">missing, partial, provisional, zero or observed.</param>
/// <param name="Coverage">The covered part, 0 to 1.</param>
/// <param name="N">Posts.</param>
/// <param name="Authors">Known authors.</param>
/// <param name="Value">The measure; null where unknown or suppressed.</param>
/// <param name="Low">Lower end of its 95 % interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Mark">A warning that must stay with the number, or null.</param>
/// <param name="EffectiveAuthors">With details: as how many authors of equal weight they count.</param>
/// <param name="TopAuthorShare">With details: the part of the posts by the most active author.</param>
/// <param name="TopTenAuthorsShare">With details: by the ten most active.</param>
/// <param name="LeaveOneAuthorOut">With details: how far the value moves at most when one author is left out; of stance not told.</param>
internal sealed record Bucket(
    DateTimeOffset Start, DateTimeOffset End, string State, double Coverage, ShownCount N, ShownCount Authors, double? Value, double? Low, double? High, string? Mark,
    [property: JsonPropertyName("effective_authors")] double? EffectiveAuthors = null,
    [property: JsonPropertyName("top_author_share")] double? TopAuthorShare = null,
    [property: JsonPropertyName("top_10_authors_share")] double? TopTenAuthorsShare = null,
    [property: JsonPropertyName("leave_one_author_out")] double? LeaveOneAuthorOut = null);
