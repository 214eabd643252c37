using CsCheck;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

public sealed class ChangePointsTests
{
    private static readonly Gen<SeriesPoint[]> s_series =
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.1, 2], Gen.Int[0, 3]).Array[8, 40].Select(rows => rows
            .Select((row, at) => new SeriesPoint(at, row.Item1 + (at / 9 % 2) * row.Item3, row.Item2)).ToArray());

    [Fact]
    public void Starts_CostNoMoreThanAnyOtherCut() => Gen.Select(s_series, Gen.Double[0.1, 10]).Sample((series, penalty) =>
    {
        var cost = new SegmentCost(series);
        Assert.Equal(Best(cost, series.Length, penalty), Total(cost, ChangePoints.Starts(cost, series.Length, penalty), series.Length, penalty), 1e-9);
    });

    [Fact]
    public void Find_NamesBucketAndShift_WhenTwoWerePlanted()
    {
        var found = ChangePoints.Find(Series(2, time => time < 20 ? 0 : time < 40 ? 8 : 3));

        Assert.Equal([20, 40], found.Select(point => point.Time));
        Assert.Equal(8, found[0].Shift, 0.7);
        Assert.Equal(-5, found[1].Shift, 0.7);
    }

    [Fact]
    public void Find_LeavesLevelsOfFourPointsOrMore() => s_series.Sample(series =>
    {
        var edges = ChangePoints.Find(series).Select(point => point.Time).Prepend(0).Append(series.Length).ToList();
        Assert.All(edges.Zip(edges.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 4));
    });

    [Fact]
    public void Find_TakesDriftingNoiseForShiftsLessOften_ThanWithoutThePenaltyForIt()
    {
        var (with, without) = (0, 0);
        for (var round = 0; round < 200; round++)
        {
            var series = Series(round, _ => 0, rho: 0.6);
            with += ChangePoints.Find(series).Count > 0 ? 1 : 0;
            without += ChangePoints.Starts(new(series), series.Count, 2 * Math.Log(series.Count)).Count > 0 ? 1 : 0;
        }

        Assert.True(without > 120, $"{without}");
        Assert.True(with < without / 3, $"{with} of {without}");
    }

    [Fact]
    public void Find_FindsNothing_WhenAllIsEqualOrShort()
    {
        Assert.Empty(ChangePoints.Find([.. Enumerable.Range(0, 30).Select(time => new SeriesPoint(time, 1, 1))]));
        Assert.Empty(ChangePoints.Find([.. Enumerable.Range(0, 7).Select(time => new SeriesPoint(time, time, 0.01))]));
        Assert.Throws<ArgumentException>(() => ChangePoints.Find([new(0, 1, 0)]));
    }

    private static List<SeriesPoint> Series(int seed, Func<int, double> level, double rho = 0)
    {
        var noise = new double[60];
        NullSeries.Fill(noise, Enumerable.Range(0, 60).ToList(), rho, new Random(seed));
        return [.. noise.Select((value, time) => new SeriesPoint(time, level(time) + value, 1))];
    }

    private static double Total(SegmentCost cost, List<int> starts, int count, double penalty)
    {
        var edges = starts.Prepend(0).Append(count).ToList();
        return edges.Zip(edges.Skip(1), cost.Of).Sum() + penalty * starts.Count;
    }

    // Every cut, without pruning.
    private static double Best(SegmentCost cost, int count, double penalty)
    {
        var best = new double[count + 1];
        for (var end = 1; end <= count; end++)
        {
            best[end] = end >= ChangePoints.FewestPoints ? cost.Of(0, end) : double.PositiveInfinity;
            for (var start = ChangePoints.FewestPoints; start <= end - ChangePoints.FewestPoints; start++)
                best[end] = Math.Min(best[end], best[start] + cost.Of(start, end) + penalty);
        }

        return best[count];
    }
}
