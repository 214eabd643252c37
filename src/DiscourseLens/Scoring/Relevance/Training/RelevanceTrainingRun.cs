using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Relevance.Model;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.Scoring.Relevance.Training;

/// <summary>Trains the relevance model from seeds, and says how it fares with voices it has not seen.</summary>
/// <remarks>The same texts give the same bytes, on any number of processors.</remarks>
public sealed class RelevanceTrainingRun
{
    private readonly List<(LabelledText Text, double Weight)> _texts = [];
    private readonly TermReader _reader;
    private readonly RelevanceOptions _options = new();
    private RelevanceModel? _model;

    /// <summary>A run that finds terms with a reader.</summary>
    public RelevanceTrainingRun(TermReader reader) => _reader = reader;

    /// <summary>Adds the seeds of a folder.</summary>
    /// <exception cref="LensException">There is none, or a line is malformed.</exception>
    public void AddSeeds(string directory) => Add(directory, 1);

    /// <summary>Adds seeds written where the rules go wrong, which count more.</summary>
    /// <exception cref="LensException">There is none, or a line is malformed.</exception>
    public void AddBoundarySeeds(string directory) => Add(directory, _options.Boundary);

    private void Add(string directory, double weight) => _texts.AddRange(LabelledTextReader.ReadSeeds(directory).Select(text => (text, weight)));

    /// <summary>Trains.</summary>
    /// <exception cref="LensException">A rule lacks texts of both kinds, or all texts are of one voice.</exception>
    public RelevanceTrainingReport Train(CancellationToken cancellationToken)
    {
        var examples = Examples();
        var (model, heldOut, weights) = new RelevanceTrainer(_options).Train(examples, cancellationToken);
        _model = model;
        var matrix = new ConfusionMatrix(2);
        for (var i = 0; i < examples.Count; i++)
            matrix.Add(examples[i].Class, heldOut[i] >= Bands.Operating ? 0 : 1, weights[i]);
        var reliability = Reliability.Of(examples.Select((example, i) => (heldOut[i], example.Class == 0, weights[i])));
        return new RelevanceTrainingReport(_texts.Count, examples.Count, examples.Select(example => example.Text.Author).Distinct(StringComparer.Ordinal).Count(),
            matrix.Precision(0), matrix.Recall(0), reliability.Error);
    }

    /// <summary>The trained model as a file's bytes.</summary>
    /// <exception cref="InvalidOperationException">Nothing was trained.</exception>
    public byte[] ToBytes() => RelevanceModelFile.Of(_model ?? throw new InvalidOperationException("Nothing was trained yet."), new ModelHead
    {
        Kind = RelevanceModelFile.Kind,
        Labels = [],
        Lexicon = SignalLexicon.Cues.Hash,
        Texts = _texts.Count,
        TextsHash = HashOf(_texts),
        Settings = _options.ToSettings(),
    }).ToBytes();

    /// <summary>The numbers of most weight: above 0 for relevant, below for unrelated.</summary>
    public IReadOnlyList<(string Name, double Weight)> TopFeatures(int count)
    {
        var weights = (_model ?? throw new InvalidOperationException("Nothing was trained yet.")).Weights.Dense;
        return [.. RelevanceReading.DenseNames.Select((name, i) => (Name: name, Weight: (double)weights[2 * i] - weights[(2 * i) + 1]))
            .OrderByDescending(feature => Math.Abs(feature.Weight)).ThenBy(feature => feature.Name, StringComparer.Ordinal).Take(count)];
    }

    private List<RelevanceExample> Examples()
    {
        var examples = RelevanceExample.Of(_texts, RelevanceGate.With(_reader, null)).Where(example => example.Verdict.IsWeighed).ToList();
        foreach (var rule in RelevanceRules.Weighed)
        {
            var classes = examples.Where(example => example.Verdict.Rule == rule).Select(example => example.Class).Distinct().ToList();
            if (classes.Count == 1)
                throw new LensException($"All seeds of rule '{rule}' are {(classes[0] == 0 ? "relevant" : "unrelated")}; add some of the other kind, or none of this rule.");
        }
        if (examples.Select(example => example.Text.Author).Distinct(StringComparer.Ordinal).Count() < 2)
            throw new LensException("There are no weighed seeds of two voices; texts of two voices at least are needed to test a model on what it has not seen.");
        return examples;
    }

    private static string HashOf(IEnumerable<(LabelledText Text, double Weight)> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts.Select(pair => pair.Text))
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', text.Label, text.Target, text.Title, text.Text, text.ParentTitle, text.Parent) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What came of a training.</summary>
/// <param name="Texts">Seeds read.</param>
/// <param name="Weighed">Those that the model weighs; the others are decided by their rule.</param>
/// <param name="Voices">Their voices.</param>
/// <param name="Precision">At the operating point, of texts whose voice the model had not seen, weighted to the priors.</param>
/// <param name="Recall">The same.</param>
/// <param name="CalibrationError">The same, in [0, 1].</param>
public sealed record RelevanceTrainingReport(int Texts, int Weighed, int Voices, double Precision, double Recall, double CalibrationError);
