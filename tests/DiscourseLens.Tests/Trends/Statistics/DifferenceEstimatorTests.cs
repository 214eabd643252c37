using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Tests.Trends.Statistics;

public sealed class DifferenceEstimatorTests
{
    private static readonly Gen<AuthorPair[]> s_pairs =
        Gen.Select(Gen.Int[1, 9], Gen.Double[-1, 1], Gen.Int[1, 9], Gen.Double[-1, 1]).Array[3, 40]
            .Select(rows => rows.Select((row, at) => new AuthorPair(at + 1, row.Item1, row.Item1 * row.Item2, row.Item3, row.Item3 * row.Item4)).ToArray());

    [Fact]
    public void Of_IsTheRobustDifference_WhenTheSameAuthorsWroteInBoth() => s_pairs.Sample(pairs =>
    {
        var sums = PairSums.Of(pairs);
        var (m1, m2) = (sums.First.Sum / sums.First.N, sums.Second.Sum / sums.Second.N);
        var count = pairs.Length;
        var (t1, t2) = (Quantile(sums.First), Quantile(sums.Second)); // equal where authors are as busy in both
        var squares = pairs.Sum(pair => Math.Pow(t2 * (pair.S2 - m2 * pair.N2) / sums.Second.N - t1 * (pair.S1 - m1 * pair.N1) / sums.First.N, 2));
        var half = Math.Sqrt(squares * count / (count - 1));

        var difference = DifferenceEstimator.Of(Measure.Sentiment, sums, (0, 0))!;

        Assert.Equal(m2 - m1, difference.Value, 1e-12);
        Assert.Equal(m2 - m1 - half, difference.Low, 1e-6);
        Assert.Equal(m2 - m1 + half, difference.High, 1e-6);
    });

    [Fact]
    public void Of_IsNothing_WhenBothIntervalsAreTheSame() => s_pairs.Sample(pairs =>
    {
        var sums = PairSums.Of(pairs.Select(pair => new AuthorPair(pair.Cluster, pair.N1, pair.S1, pair.N1, pair.S1)).ToList());
        foreach (var measure in new[] { Measure.Sentiment, Measure.Volume })
        {
            var difference = DifferenceEstimator.Of(measure, sums, (0, 0))!;
            Assert.Equal(0, difference.Value);
            Assert.False(difference.IsClear);
        }
    });

    [Fact]
    public void Of_IsNarrower_WhenSteadyAuthorsStayThanWhenOthersCome()
    {
        var stay = Enumerable.Range(1, 40).Select(author => new AuthorPair(author, 3, 3 * Math.Sin(author), 3, 3 * Math.Sin(author))).ToList();
        var change = stay.SelectMany(pair => new[] { pair with { N2 = 0, S2 = 0 }, pair with { Cluster = pair.Cluster + 100, N1 = 0, S1 = 0 } }).ToList();
        foreach (var measure in new[] { Measure.Sentiment, Measure.Volume, Measure.Share })
        {
            var (same, other) = (DifferenceEstimator.Of(measure, PairSums.Of(stay), (500, 500))!, DifferenceEstimator.Of(measure, PairSums.Of(change), (500, 500))!);
            Assert.True(same.High - same.Low < 0.8 * (other.High - other.Low));
        }
    }

    [Fact]
    public void Of_RecoversTheLimitsOfTheLevels_WhenNobodyStays()
    {
        AuthorPair[] pairs = [new(1, 5, 0, 0, 0), new(2, 7, 0, 0, 0), new(3, 9, 0, 0, 0), new(4, 0, 0, 8, 0), new(5, 0, 0, 30, 0), new(6, 0, 0, 2, 0)];
        var sums = PairSums.Of(pairs);
        var (one, two) = (Estimator.Exact(Measure.Volume, sums.First, 0), Estimator.Exact(Measure.Volume, sums.Second, 0));

        var difference = DifferenceEstimator.Of(Measure.Volume, sums, (0, 0))!;

        Assert.Equal(19, difference.Value);
        Assert.Equal(19 - Math.Sqrt(Math.Pow(40 - two.Low!.Value, 2) + Math.Pow(one.High!.Value - 21, 2)), difference.Low, 1e-9);
        Assert.Equal(19 + Math.Sqrt(Math.Pow(two.High!.Value - 40, 2) + Math.Pow(21 - one.Low!.Value, 2)), difference.High, 1e-9);
    }

    [Fact]
    public void Of_DividesVolumesByDays_WhenIntervalsDifferInLength()
    {
        var sums = PairSums.Of([new(1, 10, 0, 20, 0), new(2, 10, 0, 20, 0), new(3, 10, 0, 20, 0)]);

        Assert.Equal(0, DifferenceEstimator.Of(Measure.Volume, sums, (0, 0), (10, 20))!.Value);
    }

    [Fact]
    public void Of_IsNull_WhenASideHasNoPostsOrOneAuthor()
    {
        Assert.Null(DifferenceEstimator.Of(Measure.Sentiment, PairSums.Of([new(1, 3, 1, 0, 0), new(2, 3, 1, 0, 0)]), (9, 9)));
        Assert.Null(DifferenceEstimator.Of(Measure.Volume, PairSums.Of([new(1, 3, 1, 4, 0), new(2, 3, 1, 0, 0)]), (9, 9)));
    }

    [Fact]
    public void Volume_IsAsGoodAsUnknown_WhenOneAuthorWroteNearlyAll()
    {
        AuthorPair[] few = [.. Enumerable.Range(1, 20).Select(author => new AuthorPair(author, 1, Math.Cos(author), 1, Math.Cos(3 * author)))];
        var many = few.Append(new AuthorPair(21, 1000, 1000, 1000, 1000)).ToList();

        Assert.True(Estimator.EffectiveClusters(PairSums.Of(many).First) < 1.1);
        Assert.True(Estimator.Exact(Measure.Volume, PairSums.Of(many).First, 0).High > 1e6);
    }

    [Fact]
    public void Of_IsNotSurer_WhenOneAuthorAddsManyPostsToBoth()
    {
        var few = Enumerable.Range(1, 40).Select(author => new AuthorPair(author, 1, 0.3 * Math.Cos(author), 1, 0.3 * Math.Cos(3 * author))).ToList();
        var many = few.Append(new(41, 500, 50, 500, 250)).ToList();

        var (before, after) = (DifferenceEstimator.Of(Measure.Sentiment, PairSums.Of(few), (0, 0))!, DifferenceEstimator.Of(Measure.Sentiment, PairSums.Of(many), (0, 0))!);

        Assert.True(after.High - after.Low > before.High - before.Low, $"{before} {after}");
    }

    private static double Quantile(ClusterSums sums) =>
        StudentT.InvCDF(0, 1, Math.Max(1, Math.Round(Estimator.EffectiveClusters(sums) - 1, 2)), 0.975);
}
