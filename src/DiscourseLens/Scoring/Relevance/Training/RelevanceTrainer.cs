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

    private double[] ToPrior(IReadOnlyList<RelevanceExample> examples)
    {
        var counts = examples.GroupBy(example => example.Verdict.Rule, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (Of0: group.Count(example => example.Class == 0), All: group.Count()), StringComparer.Ordinal);
        return [.. examples.Select(example =>
        {
            var (relevant, all) = counts[example.Verdict.Rule];
            var prior = options.Priors[example.Verdict.Rule];
            return example.Class == 0 ? prior * all / relevant : (1 - prior) * all / (all - relevant);
        })];
    }
}
