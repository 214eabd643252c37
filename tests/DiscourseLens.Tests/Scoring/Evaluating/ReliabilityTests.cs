using CsCheck;
using DiscourseLens.Scoring.Evaluating;

namespace DiscourseLens.Tests.Scoring.Evaluating;

public sealed class ReliabilityTests
{
    [Fact]
    public void Error_IsMeanDistanceOfBins_ByTheirWeight()
    {
        // Bin 13 of 15 holds 0.9 twice, once right: off by 0.4; the last bin holds 1.0 once, right: off by 0.
        var reliability = Reliability.Of([(0.9, true, 1), (0.9, false, 1), (1.0, true, 2)]);
        Assert.Equal((2 * 0.4 + 2 * 0) / 4, reliability.Error, 12);
        Assert.Equal((2, 0.9, 0.5), (reliability.Bins[13].Count, reliability.Bins[13].Stated, reliability.Bins[13].Observed));
        Assert.Equal(1, reliability.Bins[14].Count);
        Assert.Equal(double.NaN, reliability.Bins[0].Stated);
    }

    [Fact]
    public void Error_IsWithinUnitInterval_AndBinsHoldEveryStatement() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 200].Sample(statements =>
        {
            var reliability = Reliability.Of(statements.Select(pair => (pair.Item1, pair.Item2, 1d)));
            Assert.InRange(reliability.Error, 0, 1);
            Assert.Equal(statements.Length, reliability.Bins.Sum(bin => bin.Count));
        });
}
