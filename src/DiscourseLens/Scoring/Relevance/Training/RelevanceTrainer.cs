using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Relevance.Model;

namespace DiscourseLens.Scoring.Relevance.Training;

/// <summary>Trains the relevance model; the same texts give the same bits.</summary>
internal sealed class RelevanceTrainer(RelevanceOptions options)
{
    private const int Classes = 2;

    private static readonly int s_rules = RelevanceRules.Weighed.Count; // the first of the dense features

    private readonly IReadOnlyList<FeatureBlock> _hashed = MentionNgrams.Blocks(options.Words, options.Letters, options.Terms);

    private LogisticRegression Regression => new(Classes,
    [
        .. _hashed,
        new FeatureBlock("rules", MentionNgrams.Size, s_rules, options.Rules),
        new FeatureBlock("dense", MentionNgrams.Size + s_rules, RelevanceReading.DenseNames.Count - s_rules, options.Dense),
    ], options.FewestTexts);

    /// <summary>Trains on all, and says how texts fare whose author the model never saw.</summary>
    /// <param name="examples">Texts that are weighed.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public (RelevanceModel Model, IReadOnlyList<double> HeldOut, IReadOnlyList<double> Weights) Train(
        IReadOnlyList<RelevanceExample> examples, CancellationToken cancellationToken)
    {
        var set = new TrainingSet(RowsOf(examples), [.. examples.Select(example => example.Class)], ToPrior(examples));
        var folds = GroupedFolds.Cut([.. examples.Select(example => example.Text.Author)], options.Folds);
        var held = new double[examples.Count][];
        CompactModel? all = null;
        // The last turn trains on everything; each turn's sums are its own, so the number of processors changes nothing.
        Parallel.For(0, folds.Max() + 2, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
        {
            var model = Regression.Train(set.At(Enumerable.Range(0, folds.Length).Where(i => folds[i] != fold)), cancellationToken);
            if (fold > folds.Max())
                all = CompactModel.From(model, _hashed);
            for (var i = 0; i < folds.Length; i++)
            {
                if (folds[i] == fold)
                    held[i] = model.Probabilities(set.Rows[i]);
            }
        });
        var temperature = TemperatureScaling.Fit(held, set.Labels, set.Weights);
        return (new RelevanceModel(all!, new Calibration(temperature, options.Trust, options.Priors)), [.. held.Select(shares => TemperatureScaling.Scaled(shares, temperature)[0])], set.Weights);
    }

    private static FeatureRow[] RowsOf(IReadOnlyList<RelevanceExample> examples)
    {
        var reading = new RelevanceReading();
        var rows = new FeatureRow[examples.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            reading.Read(examples[i].Verdict);
            rows[i] = reading.ToRow();
        }
        return rows;
    }

    // Within a rule, relevant and unrelated texts together weigh what the prior gives them.
    private double[] ToPrior(IReadOnlyList<RelevanceExample> examples)
    {
        var sums = examples.GroupBy(example => (example.Verdict.Rule, example.Class)).ToDictionary(group => group.Key, group => group.Sum(example => example.Weight));
        return [.. examples.Select(example =>
        {
            var (rule, kind) = (example.Verdict.Rule, example.Class);
            var prior = kind == 0 ? options.Priors[rule] : 1 - options.Priors[rule];
            return example.Weight / sums[(rule, kind)] * prior * (sums[(rule, 0)] + sums[(rule, 1)]);
        })];
    }
}
