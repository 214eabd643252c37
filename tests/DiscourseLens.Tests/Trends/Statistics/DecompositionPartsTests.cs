using CsCheck;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

public sealed class DecompositionPartsTests
{
    private static readonly Gen<AuthorPair[]> s_pairs =
        Gen.Select(Gen.Int[0, 3], Gen.Double[-1, 1], Gen.Int[0, 60], Gen.Double[-1, 1]).Array[1, 200].Select(rows => rows
            .Select((row, at) => new AuthorPair(at + 1, row.Item1, row.Item1 * row.Item2, row.Item3, row.Item3 * row.Item4))
            .Append(new AuthorPair(900, 1, 0.25, 0, 0)).Append(new AuthorPair(901, 0, 0, 1, -0.5)).ToArray());

    [Fact]
    public void Of_AddsUpToTheChange_WhoeverComesAndGoes() => s_pairs.Sample(pairs =>
    {
        var change = pairs.Sum(pair => pair.S2) / pairs.Sum(pair => pair.N2) - pairs.Sum(pair => pair.S1) / pairs.Sum(pair => pair.N1);
        Assert.Equal(change, DecompositionParts.Of(pairs).Total, 1e-12);
    });

    [Fact]
    public void Of_GivesTheWorkedExample()
    {
        // One stays (0.2 -> 0.6, weight 1/2 -> 1/4), one leaves (0.0), one comes (0.4); means 0.1 and 0.45, their mean 0.275.
        var parts = DecompositionParts.Of([new(1, 2, 0.4, 1, 0.6), new(2, 2, 0.0, 0, 0), new(3, 0, 0, 3, 1.2)]);

        Assert.Equal(0.375 * 0.4, parts.Within, 1e-12);
        Assert.Equal((0.4 - 0.275) * -0.25, parts.Between, 1e-12);
        Assert.Equal(0.75 * (0.4 - 0.275), parts.Entry, 1e-12);
        Assert.Equal(-0.5 * (0.0 - 0.275), parts.Exit, 1e-12);
    }

    [Fact]
    public void Of_FindsNothingWithin_WhenOnlyTheMixChanges()
    {
        var parts = DecompositionParts.Of([new(1, 10, 5, 2, 1), new(2, 2, -1, 10, -5), new(3, 0, 0, 4, -2)]);

        Assert.Equal(0, parts.Within, 1e-12);
        Assert.True(parts.Between < 0 && parts.Entry < 0);
    }

    [Fact]
    public void Of_HasNoParts_WhenAnIntervalIsEmpty() => Assert.True(double.IsNaN(DecompositionParts.Of([new(1, 2, 1, 0, 0)]).Total));

    [Fact]
    public void Intervals_HoldTheWithinPart_WhenEveryStayerBecameKinder()
    {
        var pairs = new HeavyTail(new Random(5)).Pairs(400, shift: 0.3);

        var intervals = AuthorBootstrap.Intervals(
            pairs, sample => DecompositionParts.Of(sample) is var parts ? [parts.Within, parts.Between, parts.Entry, parts.Exit] : [], draws: 400);

        var within = DecompositionParts.Of(pairs).Within;
        Assert.InRange(within, intervals[0]!.Value.Low, intervals[0]!.Value.High);
        Assert.True(intervals[0]!.Value.Low > 0);
        Assert.True(intervals[1]!.Value.Low < 0 && intervals[1]!.Value.High > 0);
    }

    [Fact]
    public void Intervals_AreTheSame_WhenDrawnAgain()
    {
        var pairs = new HeavyTail(new Random(6)).Pairs(50);
        IReadOnlyList<(double, double)?> Draw() => AuthorBootstrap.Intervals(pairs, sample => [DecompositionParts.Of(sample).Total], draws: 60);

        Assert.Equal(Draw(), Draw());
    }
}
