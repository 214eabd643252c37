using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Trains the two stages: a text model, then a model of its out-of-fold judgements in context.</summary>
internal sealed class StanceTrainer(StanceLexicon lexicon, TrainingOptions options)
{
    /// <summary>How many classes: favor, against, neutral.</summary>
    public const int Classes = 3;

    private readonly IReadOnlyList<FeatureBlock> _hashed = TextNgrams.Blocks(options.Words, options.Letters, options.Cues);

    private LogisticRegression TextRegression => new(TextJudge.Classes,
        [.. _hashed, new FeatureBlock("dense", 1 << TextNgrams.Bits, new DenseFeatures(lexicon).Names.Count, options.Dense)], options.FewestTexts, options.FewestAuthors);

    private LogisticRegression ContextRegression => new(Classes, [new FeatureBlock("context", 0, ContextFeatures.Names.Count, options.Context)]);

    /// <summary>Trains on all examples, and says how examples fare that their model never saw.</summary>
    /// <param name="examples">Relevant texts only.</param>
    /// <param name="group">What no fold may cross.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public StanceTraining Train(IReadOnlyList<StanceExample> examples, Func<StanceExample, string> group, CancellationToken cancellationToken)
    {
        var folds = GroupedFolds.Cut([.. examples.Select(group)], options.Folds);
        var (text, second) = TrainFirst(examples, folds, 1, cancellationToken);
        var held = HeldOut(second, folds, cancellationToken);
        var temperature = TemperatureScaling.Fit(held, second.Labels, second.Weights);
        var model = new StanceModel(text, ContextRegression.Train(second, cancellationToken), temperature, options.FavorPoint, options.AgainstPoint);
        return new StanceTraining(model, [.. held.Select(shares => TemperatureScaling.Scaled(shares, temperature))], folds);
    }

    /// <summary>What models trained on a share of the other groups' texts say of each text.</summary>
    public IReadOnlyList<double[]> Validate(
        IReadOnlyList<StanceExample> examples, Func<StanceExample, string> group, double share, CancellationToken cancellationToken)
    {
        var folds = GroupedFolds.Cut([.. examples.Select(group)], options.Folds);
        return HeldOut(TrainFirst(examples, folds, share, cancellationToken).Second, folds, cancellationToken);
    }

    // Every so-manyth text of what a fold may see; the last turn trains on everything.
    private (CompactModel Text, TrainingSet Second) TrainFirst(
        IReadOnlyList<StanceExample> examples, int[] folds, double share, CancellationToken cancellationToken)
    {
        var set = new TrainingSet(RowsOf(examples), [.. examples.Select(example => example.TextClass)], RootBalanced(examples))
        {
            Authors = [.. examples.Select(example => example.Text.Author)],
        };
        var context = new FeatureRow[examples.Count];
        CompactModel? text = null;
        // Each turn's sums are its own, so the number of processors changes nothing.
        Parallel.For(0, folds.Max() + 2, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
        {
            if (fold > folds.Max() && share < 1)
                return;
            var seen = Enumerable.Range(0, examples.Count).Where(i => folds[i] != fold && Math.Floor((i + 1) * share) > Math.Floor(i * share));
            var model = CompactModel.From(TextRegression.Train(set.At(seen), cancellationToken), _hashed);
            if (fold > folds.Max())
                text = model;
            var reader = new StanceReader(lexicon);
            for (var i = 0; i < examples.Count; i++)
            {
                if (folds[i] == fold)
                    context[i] = RowOf(reader.Read(examples[i].Input, model).Features);
            }
        });
        return (text!, new TrainingSet(context, [.. examples.Select(example => example.Class)], ToPriors(examples, options)));
    }

    /// <summary>A row of the second stage.</summary>
    public static FeatureRow RowOf(float[] features) => new([.. Enumerable.Range(0, features.Length)], features);

    private double[][] HeldOut(TrainingSet set, int[] folds, CancellationToken cancellationToken)
    {
        var held = new double[set.Rows.Count][];
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var model = ContextRegression.Train(set.At(Enumerable.Range(0, held.Length).Where(i => folds[i] != fold)), cancellationToken);
            for (var i = 0; i < held.Length; i++)
            {
                if (folds[i] == fold)
                    held[i] = model.Probabilities(set.Rows[i]);
            }
        }
        return held;
    }

    private FeatureRow[] RowsOf(IReadOnlyList<StanceExample> examples)
    {
        var judge = new TextJudge(lexicon);
        var rows = new FeatureRow[examples.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var input = examples[i].Input;
            judge.Read(new StanceText(input.Title, input.Text, input.Target));
            rows[i] = judge.Reading.Hashed.ToRow(judge.Dense, 1 << TextNgrams.Bits);
        }
        return rows;
    }

    /// <summary>How much each text counts in the second stage, so that labels have the shares that the options assume.</summary>
    public static double[] ToPriors(IReadOnlyList<StanceExample> examples, TrainingOptions options)
    {
        var shares = SharesOf(examples, example => example.Class);
        return TextWeights.Of(examples, example => example.Class, label => options.Priors?[label] ?? shares[label], options.EdgeCase);
    }

    // The first stage must not be blind to what is rare.
    private double[] RootBalanced(IReadOnlyList<StanceExample> examples)
    {
        var shares = SharesOf(examples, example => example.TextClass);
        return TextWeights.Of(examples, example => example.TextClass, label => Math.Sqrt(shares[label] / shares.Count), options.EdgeCase);
    }

    private static Dictionary<int, double> SharesOf(IReadOnlyList<StanceExample> examples, Func<StanceExample, int> classOf) =>
        examples.GroupBy(classOf).ToDictionary(group => group.Key, group => group.Count() / (double)examples.Count);
}
