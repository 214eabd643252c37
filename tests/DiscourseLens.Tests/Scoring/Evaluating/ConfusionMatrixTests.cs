using CsCheck;
using DiscourseLens.Scoring.Evaluating;

namespace DiscourseLens.Tests.Scoring.Evaluating;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Figures_FollowTheirDefinitions_OnAWorkedExample()
    {
        // Class 0: 3 found of 4, one of class 1 called 0; class 1: 1 found of 3, one lost to class 2; class 2 never coded.
        var matrix = new ConfusionMatrix(3);
        foreach (var (coded, predicted) in new[] { (0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (1, 1), (1, 2) })
            matrix.Add(coded, predicted);
        Assert.Equal((0.75, 0.75, 0.75), (matrix.Precision(0), matrix.Recall(0), matrix.F1(0)));
        Assert.Equal((0.5, 1d / 3, 0.4), (matrix.Precision(1), matrix.Recall(1), matrix.F1(1)));
        Assert.Equal((0, 0, 0), (matrix.Precision(2), matrix.Recall(2), matrix.F1(2)));
        Assert.Equal(4d / 7, matrix.Accuracy, 12);
        Assert.Equal((0.75 + 0.4) / 2, matrix.MacroF1(2), 12);
        Assert.Equal((0.75 + 0.4) / 3, matrix.MacroF1(3), 12);
    }

    [Fact]
    public void MacroF1_LeavesOutClassesThatOccurNowhere()
    {
        var matrix = new ConfusionMatrix(3);
        matrix.Add(0, 0);
        Assert.Equal(1, matrix.MacroF1(3));
        Assert.Equal(double.NaN, new ConfusionMatrix(3).MacroF1(3));
    }

    [Fact]
    public void F1_IsHarmonicMean_AndIsUnmovedByScalingWeights()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Double[0.1, 9]).Array[1, 60].Sample(texts =>
        {
            ConfusionMatrix matrix = new(4), scaled = new(4);
            foreach (var (coded, predicted, weight) in texts)
            {
                matrix.Add(coded, predicted, weight);
                scaled.Add(coded, predicted, weight * 7);
            }

            for (var kind = 0; kind < 4; kind++)
            {
                double precision = matrix.Precision(kind), recall = matrix.Recall(kind);
                var harmonic = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
                Assert.Equal(harmonic, matrix.F1(kind), 9);
                Assert.Equal(matrix.F1(kind), scaled.F1(kind), 9);
            }
        });
    }
}
