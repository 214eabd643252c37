using CsCheck;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Tests.Scoring.Learning;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Train_FindsTheKnownOptimum_WhenThereIsOneFeature()
    {
        // 3 of 4 rows with the feature are of class 1, 1 of 4 without it: unpenalised, the log odds are ±ln 3.
        var rows = Enumerable.Range(0, 8).Select(i => i < 4 ? new FeatureRow([0], [1]) : new FeatureRow([], [])).ToArray();
        int[] labels = [1, 1, 1, 0, 0, 0, 0, 1];
        var model = new LogisticRegression(2, [new("all", 0, 1, 1e-6)]).Train(new TrainingSet(rows, labels, [.. labels.Select(_ => 1.0)]), TestContext.Current.CancellationToken);
        Assert.Equal(0.75, model.Probabilities(rows[0])[1], 2);
        Assert.Equal(0.25, model.Probabilities(rows[7])[1], 2);
    }

    [Fact]
    public void Train_HoldsWeightsBack_TheMoreTheirBlockIsPenalised()
    {
        // Both features say the same; the penalty decides which is believed.
        var rows = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? new FeatureRow([0, 1], [1, 1]) : new FeatureRow([], [])).ToArray();
        var set = new TrainingSet(rows, [.. Enumerable.Range(0, 20).Select(i => i % 2)], [.. rows.Select(_ => 1.0)]);
        var model = new LogisticRegression(2, [new("light", 0, 1, 0.1), new("heavy", 1, 1, 10)]).Train(set, TestContext.Current.CancellationToken);
        Assert.InRange(Math.Abs(model.Weights[2]) * 50, 0, Math.Abs(model.Weights[0]));
    }

    [Fact]
    public void Train_GivesTheSameBits_WhenRunTwice() => Gen.Select(Gen.Int[0, 29].Array[1, 6], Gen.Int[0, 2]).Array[12, 40].Sample(texts =>
    {
        var set = new TrainingSet(
            [.. texts.Select(text => new FeatureRow([.. text.Item1.Distinct()], [.. text.Item1.Distinct().Select(i => 1f / (i + 1))]))],
            [.. texts.Select(text => text.Item2)], [.. texts.Select(_ => 1.0)]);
        var learner = new LogisticRegression(3, [new("all", 0, 30, 0.5)]);
        Assert.Equal(learner.Train(set, TestContext.Current.CancellationToken).Weights, learner.Train(set, TestContext.Current.CancellationToken).Weights);
    }, iter: 20);

    [Fact]
    public void Train_LeavesRareFeaturesOut()
    {
        FeatureRow[] rows = [new([0], [1]), new([0, 1], [1, 1]), new([2], [1]), new([2], [1])];
        var model = new LogisticRegression(2, [new("all", 0, 3, 1)], FewestTexts: 2).Train(new TrainingSet(rows, [0, 0, 1, 1], [1, 1, 1, 1]), TestContext.Current.CancellationToken);
        Assert.Equal([0, 0], model.Weights[2..4]);
        Assert.True(model.Weights[0] > 0 && model.Weights[4] < 0);
    }

    [Fact]
    public void Train_LeavesOneWritersHabitsOut()
    {
        // Feature 0 is of five authors, feature 1 of one; with two authors in all, one is enough.
        FeatureRow[] rows = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 1 ? new FeatureRow([], []) : i < 20 ? new FeatureRow([0], [1]) : new FeatureRow([1], [1]))];
        LinearModel Trained(Func<int, string> authorOf) => new LogisticRegression(2, [new("all", 0, 2, 1)], FewestTexts: 1, FewestAuthors: 3).Train(
            new TrainingSet(rows, [.. rows.Select((_, i) => i % 2)], [.. rows.Select(_ => 1.0)]) { Authors = [.. rows.Select((_, i) => authorOf(i))] },
            TestContext.Current.CancellationToken);
        var many = Trained(i => i % 2 == 1 ? $"other {i}" : i < 20 ? $"author {i % 10}" : "one");
        Assert.Equal([0, 0], many.Weights[2..4]);
        Assert.True(many.Weights[0] > 0);
        Assert.True(Trained(i => i < 20 ? "a" : "b").Weights[2] > 0);
    }

    [Fact]
    public void Cut_KeepsGroupsWhole_AndFoldsAlike() => Gen.Int[0, 12].Array[30, 120].Sample(groups =>
    {
        var names = groups.Select(group => $"g{group}").ToArray();
        var folds = GroupedFolds.Cut(names, 5);
        Assert.All(names.Zip(folds).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        var largest = names.GroupBy(name => name).Max(group => group.Count());
        Assert.True(folds.GroupBy(fold => fold).Max(fold => fold.Count()) <= (names.Length / 5) + largest);
    });

    [Fact]
    public void Fit_FindsTheTemperature_OfOverconfidence()
    {
        // Says 0.9 and is right in 3 of 4: the temperature that makes it say 0.75 is ln 9 / ln 3.
        var said = Enumerable.Range(0, 8).Select(_ => new[] { 0.9, 0.1 }).ToArray();
        var temperature = TemperatureScaling.Fit(said, [0, 0, 0, 1, 0, 0, 0, 1], [1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(2, temperature, 3);
        Assert.Equal(0.75, TemperatureScaling.Scaled(said[0], temperature)[0], 3);
    }
}
