using System.Text.Json;

namespace DiscourseLens.Scoring.Stance.Chat;

/// <summary>Reads a chat model's answer and believes nothing in it that does not hold together.</summary>
internal static class ChatAnswer
{
    private const int MostEvidence = 3;
    private const double SumTolerance = 0.1;

    /// <summary>The outcome of each text; invalid where the answer lacks it, repeats it, or contradicts itself.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="inputs">The texts that were asked for.</param>
    public static StanceOutcome[] Read(string json, IReadOnlyList<StanceInput> inputs)
    {
        var outcomes = new StanceOutcome[inputs.Count];
        try
        {
            using var document = JsonDocument.Parse(Unfenced(json));
            foreach (var answer in document.RootElement.GetProperty("answers").EnumerateArray())
            {
                var id = answer.GetProperty("id").GetInt32();
                if (id < 0 || id >= inputs.Count)
                    continue;
                outcomes[id] = outcomes[id] is null ? ReadOne(answer, inputs[id].Text) : Invalid("it answers one text twice");
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [.. inputs.Select(static _ => Invalid("it is not JSON of the schema"))];
        }

        return [.. outcomes.Select(static outcome => outcome ?? Invalid("it leaves a text out"))];
    }

    private static StanceOutcome ReadOne(JsonElement answer, string text)
    {
        if (answer.TryGetProperty("refused", out var refused) && refused.ValueKind == JsonValueKind.True)
            return StanceOutcome.Lacking(MissingReason.Refused, "the model refused");
        if (LabelOf(answer.GetProperty("label").GetString()) is not { } label)
            return Invalid("its label is none of the codebook's");
        double[] probabilities =
        [
            answer.GetProperty("favor").GetDouble(), answer.GetProperty("against").GetDouble(),
            answer.GetProperty("neutral").GetDouble(), answer.GetProperty("unrelated").GetDouble(),
        ];
        var sum = probabilities.Sum();
        if (Array.Exists(probabilities, static p => p is not (>= 0 and <= 1)) || Math.Abs(sum - 1) > SumTolerance)
            return Invalid("its probabilities do not add up to 1");
        if (probabilities[(int)label] < probabilities.Max())
            return Invalid("its label is not the most probable one");
        return StanceOutcome.Of(new StanceScore(
            label, probabilities[0] / sum, probabilities[1] / sum, probabilities[2] / sum, probabilities[3] / sum, EvidenceOf(answer, label, text)));
    }

    // A quotation that is not in the text is the model's own sentence.
    private static List<StanceEvidence> EvidenceOf(JsonElement answer, StanceLabel label, string text) =>
        [.. answer.GetProperty("evidence").EnumerateArray().Select(span => span.GetString() ?? "")
            .Where(span => span.Length > 0 && text.Contains(span, StringComparison.Ordinal)).Take(MostEvidence)
            .Select(span => (Start: text.IndexOf(span, StringComparison.Ordinal), span))
            .OrderBy(found => found.Start)
            .Select(found => new StanceEvidence(
                found.Start, found.Start + found.span.Length, found.span, $"{label.ToString().ToLowerInvariant()}: quoted by the model"))];

    private static StanceLabel? LabelOf(string? label) => label switch
    {
        "FAVOR" => StanceLabel.Favor,
        "AGAINST" => StanceLabel.Against,
        "NEUTRAL" => StanceLabel.Neutral,
        "UNRELATED" => StanceLabel.Unrelated,
        _ => null,
    };

    // Models without schema support like to wrap JSON in a Markdown fence.
    private static string Unfenced(string json)
    {
        var trimmed = json.Trim();
        return trimmed.StartsWith("```", StringComparison.Ordinal) && trimmed.IndexOf('\n') is > 0 and var line
            ? trimmed[line..].TrimEnd('`', '\n', ' ')
            : trimmed;
    }

    private static StanceOutcome Invalid(string why) => StanceOutcome.Lacking(MissingReason.Invalid, $"the answer cannot be used: {why}");
}
