using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance;

/// <summary>
/// The default engine: a calibrated linear model over words, letters and cues of argument, and a second one that weighs whole text, sentences
/// and parent. It is trained on the project's own seed texts, or on a scholar's labels.
/// </summary>
/// <remarks>
/// The relevance gate decides what is unrelated; the model shares out the rest. A reply that says only that it agrees takes its parent's stance (rule
/// R8 of the codebook) and says so in its evidence.
/// </remarks>
public sealed class LinearStanceScorer : ILocalStanceScorer
{
    private const int Favor = (int)StanceLabel.Favor, Against = (int)StanceLabel.Against, Neutral = (int)StanceLabel.Neutral;

    // What is not relevant is not read; the little chance that it is after all goes to the labels evenly.
    private const double MostRelevant = 0.5, Third = 1.0 / 3;

    private readonly ConcurrentBag<Reader> _readers = [];
    private readonly StanceLexicon _lexicon;
    private readonly StanceModel _model;

    private LinearStanceScorer(ModelFile file)
    {
        _lexicon = StanceModelFile.LexiconOf(file);
        _model = StanceModelFile.ModelOf(file, _lexicon);
        var parts = $"{file.Hash}\n{_lexicon.Cues.Hash}";
        Version = new ScorerVersion("stance", "linear", "1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts))));
    }

    /// <inheritdoc/>
    public ScorerVersion Version { get; }

    /// <summary>The engine with the model that ships.</summary>
    public static LinearStanceScorer LoadShipped() => new(StanceModelFile.LoadShipped());

    /// <summary>The engine with a study's own model.</summary>
    /// <param name="path">A file that <c>train stance</c> wrote.</param>
    /// <exception cref="LensException">It cannot be read, is damaged, or is for another target or edition.</exception>
    public static LinearStanceScorer Load(string path)
    {
        var file = ModelFile.Load(path, StanceModelFile.Kind);
        return file.Head.Target is { } target
            ? throw new LensException($"The model file '{path}' is for '{target}'; posts found relevant to psychedelic therapy need a model for that.")
            : new LinearStanceScorer(file);
    }

    /// <inheritdoc/>
    public StanceScore Score(StanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.Relevance.Relevant)
        {
            var rest = Math.Min(MostRelevant, input.Relevance.Probability) * Third;
            return new StanceScore(StanceLabel.Unrelated, rest, rest, rest, 1 - (3 * rest), []);
        }
        if (!_readers.TryTake(out var reader))
            reader = new Reader(new StanceReader(_lexicon), new EvidenceFinder(_lexicon));
        try
        {
            return Score(input, reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private StanceScore Score(StanceInput input, Reader reader)
    {
        var reading = reader.Post.Read(input, _model.Text);
        if (reading.BareReply != 0)
            return Inherited(input, reading.BareReply, reader);
        var shares = _model.Probabilities(reading.Features);
        var label = Array.IndexOf(shares, shares.Max());
        return Of(input, shares, reader.Evidence.Find(reader.Post.Judge, _model.Text, label, input.Text));
    }

    private StanceScore Inherited(StanceInput input, int sign, Reader reader)
    {
        var parent = input with { Title = null, Text = input.ParentText ?? input.ParentTitle!, ParentText = null, ParentTitle = null };
        var shares = _model.Probabilities(reader.Post.Read(parent with { Relevance = input.Relevance with { Evidence = [] } }, _model.Text).Features);
        if (sign < 0)
            (shares[Favor], shares[Against]) = (shares[Against], shares[Favor]);
        var label = ((StanceLabel)Array.IndexOf(shares, shares.Max())).ToString().ToLowerInvariant();
        var why = sign > 0 ? $"agrees with its parent: {label}" : $"objects to its parent: {label}";
        return Of(input, shares, [new StanceEvidence(0, input.Text.Length, input.Text, why)]);
    }

    private static StanceScore Of(StanceInput input, double[] shares, IReadOnlyList<StanceEvidence> evidence)
    {
        var relevant = input.Relevance.Probability;
        var label = (StanceLabel)Array.IndexOf(shares, shares.Max());
        return new StanceScore(label, shares[Favor] * relevant, shares[Against] * relevant, shares[Neutral] * relevant, 1 - relevant, evidence);
    }

    private sealed record Reader(StanceReader Post, EvidenceFinder Evidence);
}
