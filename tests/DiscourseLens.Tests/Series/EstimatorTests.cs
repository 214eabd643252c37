using CsCheck;
using DiscourseLens.Series;
using MathNet.Numerics.Distributions;

namespace DiscourseLens.Tests.Series;

public sealed class EstimatorTests
{
    private static readonly Gen<double[][]> s_clusters =
        Gen.Int[-10_000, 10_000].Select(score => score / 1e4).Array[1, 8].Array[2, 40];

    [Fact]
    public void Of_GivesTheTextbookInterval_WhateverTheClusters() => s_clusters.Sample(clusters =>
    {
        var all = clusters.SelectMany(cluster => cluster).ToList();
        var mean = all.Average();
        var residuals = clusters.Select(cluster => Math.Pow(cluster.Sum(score => score - mean), 2)).Sum();
        var a = clusters.Length;
        var error = Math.Sqrt((double)a / (a - 1) * residuals / Math.Pow(all.Count, 2));
        var effective = Math.Pow(all.Count, 2) / clusters.Sum(cluster => cluster.Length * cluster.Length);
        var half = error * new StudentT(0, 1, Math.Max(1, Math.Round(effective - 1, 2))).InverseCumulativeDistribution(0.975);

        var estimate = Estimator.Of(Measure.Sentiment, Sums(clusters), 0);

        Assert.Equal(mean, estimate.Value!.Value, 1e-6);
        Assert.Equal(Math.Max(-1, mean - half), estimate.Low!.Value, 1e-6);
        Assert.Equal(Math.Min(1, mean + half), estimate.High!.Value, 1e-6);
    });

    [Fact]
    public void Of_IsThePlainInterval_WhenEveryAuthorWroteOnce()
    {
        // Student's interval of 0.1, 0.3, 0.2, 0.6: mean 0.3, s 0.2160247, t(3) 3.1824463.
        var estimate = Estimator.Of(Measure.Sentiment, Sums([[0.1], [0.3], [0.2], [0.6]]), 0);

        Assert.Equal((0.3, -0.043743, 0.643743), (estimate.Value, estimate.Low, estimate.High));
    }

    [Fact]
    public void Of_IsNotSurer_WhenOneAuthorAddsManyPosts()
    {
        var random = new Random(5);
        for (var round = 0; round < 100; round++)
        {
            var few = Speak(random, authors: 40);
            var (before, after) = (Estimator.Exact(Measure.Sentiment, Sums(few), 0), Estimator.Exact(Measure.Sentiment, Sums([.. few, [.. Enumerable.Repeat(0.9, 500)]]), 0));

            Assert.True(after.High - after.Low > before.High - before.Low, $"{round}: {before} {after}");
        }
    }

    [Fact]
    public void Of_GivesNoInterval_WhenThereIsOneCluster()
    {
        var estimate = Estimator.Of(Measure.Sentiment, Sums([[0.5, 0.7]]), 0);

        Assert.Equal((0.6, null, null), (estimate.Value, estimate.Low, estimate.High));
    }

    [Theory]
    [InlineData(Measure.Favor, 0.5)]
    [InlineData(Measure.Against, 0.3)]
    [InlineData(Measure.Neutral, 0.1)]
    [InlineData(Measure.Net, 0.2)]
    public void Of_GivesAShareWithoutInterval_WhenTheMeasureIsStance(Measure measure, double value)
    {
        var estimate = Estimator.Of(measure, new() { N = 10, Clusters = 8, Authors = 8, Favor = 5, Against = 3, Neutral = 1 }, 0);

        Assert.Equal((value, null, null), (Math.Round(estimate.Value!.Value, 12), estimate.Low, estimate.High));
    }

    [Theory]
    [InlineData(Measure.Volume, 3, 0, 3.0)]
    [InlineData(Measure.Volume, 0, 9, 0.0)]
    [InlineData(Measure.Share, 3, 12, 0.25)]
    [InlineData(Measure.Share, 3, 0, null)]
    [InlineData(Measure.Share, 0, 12, null)]
    [InlineData(Measure.Sentiment, 0, 12, null)]
    [InlineData(Measure.Net, 0, 12, null)]
    public void Of_SaysNothing_WhenThereIsNothingToDivide(Measure measure, int n, int read, double? value) =>
        Assert.Equal(value, Estimator.Of(measure, new() { N = n }, read).Value);

    [Fact]
    public void Of_GivesThePoissonInterval_WhenEveryAuthorWroteOnce()
    {
        // 25 posts, se(log) = 1/5, t(24) = 2.0638986: 25 exp(-/+ 0.41278): 16.545, 37.775.
        var estimate = Estimator.Of(Measure.Volume, Sums([.. Enumerable.Repeat<double[]>([0.1], 25)]), 0);

        Assert.Equal((25, 16.545, 37.775), (estimate.Value, estimate.Low, estimate.High));
    }

    [Fact]
    public void Of_GivesTheBinomialInterval_WhenEveryAuthorWroteOnce()
    {
        // p = 0.25 of 100: se(logit) = 1/sqrt(100 * 0.25 * 0.75), t(24) = 2.0638986.
        var estimate = Estimator.Of(Measure.Share, Sums([.. Enumerable.Repeat<double[]>([0.1], 25)]), 100);

        var half = 2.0638986 / Math.Sqrt(100 * 0.25 * 0.75);
        Assert.Equal(0.25, estimate.Value);
        Assert.Equal(1 / (1 + 3 * Math.Exp(half)), estimate.Low!.Value, 1e-7);
        Assert.Equal(1 / (1 + 3 * Math.Exp(-half)), estimate.High!.Value, 1e-7);
    }

    [Theory]
    [InlineData(Measure.Volume)]
    [InlineData(Measure.Share)]
    public void Of_HoldsTheValueAndItsRange_WhateverTheClusters(Measure measure) => s_clusters.Sample(clusters =>
    {
        var sums = Sums(clusters);
        foreach (var read in new[] { sums.N, sums.N + 1, 50 * sums.N })
        {
            var estimate = Estimator.Of(measure, sums, read);
            Assert.InRange(estimate.Value!.Value, estimate.Low!.Value, estimate.High!.Value);
            Assert.True(estimate.Low >= 0 && (measure == Measure.Volume || estimate.High <= 1));
        }
    });

    [Fact]
    public void Of_IsWider_WhenTheSamePostsAreOfFewerAuthors()
    {
        var (many, few) = (Sums([.. Enumerable.Repeat<double[]>([0.1], 30)]), Sums([.. Enumerable.Repeat<double[]>([.. Enumerable.Repeat(0.1, 5)], 6)]));
        foreach (var measure in new[] { Measure.Volume, Measure.Share })
            Assert.True(Estimator.Of(measure, few, 300).High > Estimator.Of(measure, many, 300).High);
    }

    [Fact]
    public void Of_HoldsItsLevel_WhenAuthorsDifferAndWriteUnequally()
    {
        const int Rounds = 4000;
        var random = new Random(20230101);
        var held = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var estimate = Estimator.Of(Measure.Sentiment, Sums(Speak(random, authors: 60)), 0);
            if (estimate.Low <= 0.1 && estimate.High >= 0.1)
                held++;
        }

        Assert.InRange(held / (double)Rounds, 0.92, 0.975);
    }

    // Every author has a mood of their own around 0.1, and writes one to eight posts around it.
    private static double[][] Speak(Random random, int authors) =>
        Enumerable.Range(0, authors).Select(_ =>
        {
            var mood = 0.1 + 0.3 * Normal.Sample(random, 0, 1);
            return Enumerable.Range(0, 1 + random.Next(8)).Select(_ => mood + 0.2 * Normal.Sample(random, 0, 1)).ToArray();
        }).ToArray();

    private static ClusterSums Sums(double[][] clusters) => new()
    {
        N = clusters.Sum(cluster => cluster.Length),
        Clusters = clusters.Length,
        Authors = clusters.Length,
        Sum = clusters.Sum(cluster => cluster.Sum()),
        SumSquared = clusters.Sum(cluster => cluster.Sum() * cluster.Sum()),
        SumTimesN = clusters.Sum(cluster => cluster.Sum() * cluster.Length),
        NSquared = clusters.Sum(cluster => cluster.Length * cluster.Length),
    };
}
