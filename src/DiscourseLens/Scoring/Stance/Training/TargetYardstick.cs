using System.Text.Json;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>How a model of one target fares on that target's test texts.</summary>
/// <param name="Target">The target.</param>
/// <param name="Trained">Texts trained on.</param>
/// <param name="Matrix">Favor, against, none of the test texts.</param>
public sealed record TargetFigures(string Target, int Trained, ConfusionMatrix Matrix)
{
    /// <summary>The mean of the F1 of favor and against, in [0, 1].</summary>
    public double FAvg => FAvgOf(Matrix);

    /// <summary>The task's figure of a matrix.</summary>
    public static double FAvgOf(ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return (matrix.F1((int)StanceLabel.Favor) + matrix.F1((int)StanceLabel.Against)) / 2;
    }
}

/// <summary>Trains a model for each target of a file on its train split and tests it on its test split.</summary>
/// <remarks>
/// The yardstick is SemEval-2016 task 6, subtask A (S. Mohammad et al. 2016): the mean of the F1 of favor and of against over the test texts of
/// all targets together.
/// </remarks>
public static class TargetYardstick
{
    private const int ShortestName = 4;

    /// <summary>Reads lines of <c>target</c>, <c>split</c> (train or test), <c>text</c> and <c>label</c>, and trains and tests; a target
    /// without texts of both splits is passed over.</summary>
    /// <exception cref="LensException">The file cannot be read, a line is malformed, or no target has both splits.</exception>
    public static IReadOnlyList<TargetFigures> Run(string path, CancellationToken cancellationToken)
    {
        var texts = LabelledTextReader.ReadFile(path);
        var places = ReadPlaces(path);
        if (places.Count != texts.Count)
            throw new LensException($"'{path}' has lines without target or split; write both in every line.");
        var figures = new List<TargetFigures>();
        foreach (var target in places.Select(place => place.Target).Distinct(StringComparer.Ordinal))
        {
            LabelledText[] Of(string split) => [.. texts.Where((text, i) => places[i] == (target, split) && text.Label != StanceLabel.Unrelated)];
            if (Of("train") is { Length: > 0 } train && Of("test") is { Length: > 0 } test)
                figures.Add(Run(target, train, test, cancellationToken));
        }
        return figures.Count > 0 ? figures : throw new LensException($"No target of '{path}' has texts of both splits, train and test.");
    }

    private static TargetFigures Run(string target, LabelledText[] train, LabelledText[] test, CancellationToken cancellationToken)
    {
        var lexicon = StanceLexicon.ForTarget(TermsOf(target));
        var model = new StanceTrainer(lexicon, TrainingOptions.ForOtherTarget)
            .Train(StanceExamples.Of(train), example => example.Text.Author, cancellationToken).Model;
        var reader = new StanceReader(lexicon);
        var matrix = new ConfusionMatrix(StanceTrainer.Classes);
        foreach (var example in StanceExamples.Of(test))
        {
            var shares = model.Probabilities(reader.Read(example.Input, model.Text).Features);
            matrix.Add(example.Class, Array.IndexOf(shares, shares.Max()));
        }
        return new TargetFigures(target, train.Length, matrix);
    }

    // The words of its name: what a scholar would write who knows no more of it.
    private static string TermsOf(string target) =>
        string.Join('\n', target.ToLowerInvariant().Split(' ').Where(word => word.Length >= ShortestName).Append(target.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()));

    private static List<(string Target, string Split)> ReadPlaces(string path)
    {
        var places = new List<(string, string)>();
        foreach (var line in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("target", out var target) && json.RootElement.TryGetProperty("split", out var split))
                places.Add((target.GetString() ?? "", split.GetString() ?? ""));
        }
        return places;
    }
}
