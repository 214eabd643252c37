using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Reads labelled texts: the project's seeds, or posts that people coded.</summary>
internal static class LabelledTextReader
{
    // Voices "v61" and "v62" are of one hand, "v71" of another.
    private const int HandLength = 2;

    /// <summary>Reads the seeds of a directory, voices in order of their names.</summary>
    /// <exception cref="LensException">There is none, or a line is malformed.</exception>
    public static IReadOnlyList<LabelledText> ReadSeeds(string directory)
    {
        var files = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.ndjson") : [];
        if (files.Length == 0)
            throw new LensException($"There are no seeds (*.ndjson) in '{directory}'; name their folder with --seeds.");
        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.SelectMany(ReadFile).Select(text => text with { Hand = text.Author[..Math.Min(HandLength, text.Author.Length)] })];
    }

    /// <summary>Reads a file of lines such as <c>{"text":"...","label":"FAVOR","author":"a1","thread":"t1"}</c>.</summary>
    /// <exception cref="LensException">It cannot be read, or a line is malformed; the message names file, line and fix.</exception>
    public static IReadOnlyList<LabelledText> ReadFile(string path)
    {
        if (!File.Exists(path))
            throw new LensException($"There is no file '{path}'; name an NDJSON file of labelled texts.");
        var texts = new List<LabelledText>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                texts.AddRange(Read(json.RootElement, $"{Path.GetFileName(path)}:{number}"));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                throw new LensException(string.Create(CultureInfo.InvariantCulture,
                    $"'{path}', line {number}: {fault.Message.Split(". ")[0].TrimEnd('.')}; write one JSON object a line, with text and label."), fault);
            }
        }
        return texts;
    }

    private static IEnumerable<LabelledText> Read(JsonElement line, string place)
    {
        string? Cell(string name) =>
            line.TryGetProperty(name, out var cell) && cell.ValueKind == JsonValueKind.String ? cell.GetString() : null;
        var community = CommunityClasses.TryParse(Cell("style"), out var known) ? known : CommunityClass.General;
        var whole = new LabelledText
        {
            Id = Cell("id") ?? Cell("uid") ?? place,
            Label = LabelOf(Cell("label")),
            Sub = Cell("sub"),
            Title = Cell("title"),
            Text = Cell("text") ?? throw new FormatException("no text"),
            Parent = Cell("parent"),
            ParentTitle = Cell("parent_title"),
            Community = community,
            IsEdgeCase = line.TryGetProperty("edge", out var edge) && edge.ValueKind == JsonValueKind.Number,
            Author = Cell("voice") ?? Cell("author") ?? place,
            Thread = Cell("scenario") ?? Cell("thread") ?? place,
        };
        yield return whole;
        if (!line.TryGetProperty("target_labels", out var others) || others.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var other in others.EnumerateObject())
            yield return whole with { Label = LabelOf(other.Value.GetString()), Sub = null, Target = ConceptOf(other.Name) };
    }

    private static StanceLabel LabelOf(string? label) => label?.ToUpperInvariant() switch
    {
        "FAVOR" => StanceLabel.Favor,
        "AGAINST" => StanceLabel.Against,
        "NEUTRAL" or "NONE" => StanceLabel.Neutral,
        "UNRELATED" => StanceLabel.Unrelated,
        _ => throw new FormatException($"label '{label}' is none of FAVOR, AGAINST, NEUTRAL, NONE, UNRELATED"),
    };

    private static Concepts ConceptOf(string id) =>
        Targets.TryParse(id, out var concept) ? concept : throw new FormatException($"target '{id}' is unknown");
}
