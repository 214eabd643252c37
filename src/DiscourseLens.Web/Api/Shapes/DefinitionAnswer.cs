using System.Text.Json.Serialization;

namespace DiscourseLens.Web.Api.Shapes;

// Shapes for the description of the API alone: the library writes the answers.

/// <summary>What <c>/api/definition</c> answers.</summary>
/// <param name="Program">Name and version.</param>
/// <param name="Study">The study's name, or null.</param>
/// <param name="Notice">What readers must be told, or null.</param>
/// <param name="AsOf">The last capture; null in an empty store.</param>
/// <param name="Measures">The measures.</param>
/// <param name="Targets">What posts can be about.</param>
/// <param name="Conditions">Conditions by id.</param>
/// <param name="Languages">Languages by code.</param>
/// <param name="Classes">Classes of communities.</param>
/// <param name="Grains">Lengths of buckets.</param>
/// <param name="Weights">What can count alike.</param>
/// <param name="Comparisons">What several series can differ in.</param>
/// <param name="States">States of buckets, with their meaning.</param>
/// <param name="Suppression">Below what a cell is not told.</param>
/// <param name="ProvisionalDays">Up to how many days after a day's end its last look makes it provisional.</param>
/// <param name="Scorers">The versions in force, by kind.</param>
/// <param name="Codebook">The codebook's version.</param>
/// <param name="Columns">Columns of exports, with their meaning.</param>
internal sealed record DefinitionAnswer(
    string Program, string? Study, string? Notice, [property: JsonPropertyName("as_of")] DateTimeOffset? AsOf, IReadOnlyList<DefinedMeasure> Measures,
    IReadOnlyList<string> Targets, IReadOnlyDictionary<string, string> Conditions, IReadOnlyDictionary<string, string> Languages, IReadOnlyList<string> Classes,
    IReadOnlyList<string> Grains, IReadOnlyList<string> Weights, IReadOnlyList<string> Comparisons, IReadOnlyDictionary<string, string> States,
    SmallCells Suppression, [property: JsonPropertyName("provisional_days")] int ProvisionalDays, IReadOnlyDictionary<string, string> Scorers, string Codebook,
    IReadOnlyDictionary<string, string> Columns);

/// <summary>A measure; its scorer is null where none is in force, its mark where it needs none.</summary>
internal sealed record DefinedMeasure(string Name, string Meaning, string Unit, string? Scorer, string? Mark);

/// <summary>Cells with fewer posts or authors are not told.</summary>
internal sealed record SmallCells([property: JsonPropertyName("min_posts")] int MinPosts, [property: JsonPropertyName("min_authors")] int MinAuthors);
