using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Trains a stance model from seeds, from a scholar's labels, or from both, and says what to expect of it.</summary>
/// <remarks>The same texts give the same bytes, on any number of processors.</remarks>
public sealed class StanceTrainingRun
{
    private static readonly double[] s_shares = [0.125, 0.25, 0.5];

    private readonly List<LabelledText> _texts = [];
    private readonly StanceLexicon _lexicon;
    private readonly (string Name, string Terms)? _target;
    private readonly TrainingOptions _options;
    private IReadOnlyList<StanceExample> _examples = [];
    private StanceTraining? _training;

    private StanceTrainingRun(StanceLexicon lexicon, (string Name, string Terms)? target) =>
        (_lexicon, _target, _options) = (lexicon, target, target is null ? new TrainingOptions() : TrainingOptions.ForOtherTarget);

    /// <summary>Stance toward psychedelic therapy.</summary>
    public static StanceTrainingRun ForTherapy() => new(StanceLexicon.Shipped, null);

    /// <summary>Stance toward something else, without a relevance gate.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="terms">Its names, one a line.</param>
    /// <exception cref="LensException">A term cannot match, or there is none.</exception>
    public static StanceTrainingRun ForTarget(string name, string terms) => new(StanceLexicon.ForTarget(terms), (name, terms));

    /// <summary>Adds the seeds of a folder.</summary>
    /// <exception cref="LensException">There is none, or a line is malformed.</exception>
    public void AddSeeds(string directory) => _texts.AddRange(LabelledTextReader.ReadSeeds(directory));

    /// <summary>Adds coded posts: NDJSON of text, label and, where known, title, parent, parent_title, author, thread.</summary>
    /// <exception cref="LensException">It cannot be read, or a line is malformed.</exception>
    public void AddLabels(string path) => _texts.AddRange(LabelledTextReader.ReadFile(path));

    /// <summary>Trains.</summary>
    /// <param name="withCurve">Whether to train on shares of the texts too.</param>
    /// <param name="byThread">Whether to cross-validate by thread too.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="LensException">There are too few texts of a label, or too few authors.</exception>
    public TrainingReport Train(bool withCurve, bool byThread, CancellationToken cancellationToken)
    {
        _examples = StanceExamples.Of(_texts.Concat(LongPosts.Of(_texts, _options.Lengthened)));
        Require(_examples);
        var trainer = new StanceTrainer(_lexicon, _options);
        _training = trainer.Train(_examples, WriterOf, cancellationToken);
        var validations = new List<CrossValidation> { ValidationOf("writer", WriterOf, _training) };
        if (byThread)
            validations.Add(ValidationOf("thread", ThreadOf, trainer.Train(_examples, ThreadOf, cancellationToken)));
        var curve = new List<CurvePoint>();
        foreach (var share in withCurve ? s_shares : [])
            curve.Add(PointOf(trainer.Validate(_examples, WriterOf, share, cancellationToken), share));
        if (withCurve)
            curve.Add(PointOf(_training.HeldOut, 1));
        var (texts, learnt) = (_texts.Count, _examples.Count(IsText));
        return new TrainingReport(learnt, texts - learnt, validations, curve);
    }

    /// <summary>The trained model as a file's bytes.</summary>
    /// <exception cref="InvalidOperationException">Nothing was trained.</exception>
    public byte[] ToBytes() => StanceModelWriter.FileOf(Trained.Model, _examples, _options, _lexicon, _target).ToBytes();

    /// <summary>The words of most weight, for each label.</summary>
    public IReadOnlyList<Artefact> ArtefactsOf(StanceLabel label, int count) =>
        new FeatureArtefacts(_lexicon).Top(_examples, Trained.Model.Text, (int)label, count);

    /// <summary>The engineered features of most weight, for each label.</summary>
    public IReadOnlyList<(string Name, double Weight)> DenseArtefactsOf(StanceLabel label, int count) =>
        new FeatureArtefacts(_lexicon).TopDense(Trained.Model.Text, (int)label, count);

    private StanceTraining Trained => _training ?? throw new InvalidOperationException("Nothing was trained yet.");

    private static bool IsText(StanceExample example) => !example.Text.IsMade;

    private static string WriterOf(StanceExample example) => example.Text.Writer;

    private static string ThreadOf(StanceExample example) => example.Text.Thread;

    private static void Require(IReadOnlyList<StanceExample> examples)
    {
        const int Fewest = 10;
        foreach (var label in new[] { StanceLabel.Favor, StanceLabel.Against, StanceLabel.Neutral })
        {
            if (examples.Count(example => example.Text.Label == label) is var count and < Fewest)
                throw new LensException($"There are {count} texts of label {label.ToString().ToUpperInvariant()}; at least {Fewest} are needed to train on.");
        }
        if (examples.Select(WriterOf).Distinct(StringComparer.Ordinal).Count() < 2)
            throw new LensException("All texts have one author; texts of two authors at least are needed to test a model on what it has not seen.");
    }

    private CrossValidation ValidationOf(string grouping, Func<StanceExample, string> group, StanceTraining training)
    {
        var weights = StanceTrainer.ToPriors(_examples, _options);
        var said = Enumerable.Range(0, _examples.Count).Where(i => IsText(_examples[i])).Select(i =>
            (training.HeldOut[i].Max(), Array.IndexOf(training.HeldOut[i], training.HeldOut[i].Max()) == _examples[i].Class, weights[i]));
        return new CrossValidation(grouping, _examples.Select(group).Distinct(StringComparer.Ordinal).Count(),
            MatrixOf(training.HeldOut), Reliability.Of(said));
    }

    private CurvePoint PointOf(IReadOnlyList<double[]> heldOut, double share) => new(
        (int)Math.Round(_examples.Count(IsText) * (_options.Folds - 1.0) / _options.Folds * share), MatrixOf(heldOut).MacroF1(StanceTrainer.Classes));

    private ConfusionMatrix MatrixOf(IReadOnlyList<double[]> heldOut)
    {
        var matrix = new ConfusionMatrix(StanceTrainer.Classes);
        foreach (var i in Enumerable.Range(0, _examples.Count).Where(i => IsText(_examples[i])))
            matrix.Add(_examples[i].Class, Array.IndexOf(heldOut[i], heldOut[i].Max()));
        return matrix;
    }
}
