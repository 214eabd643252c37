using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>
/// 95 % intervals hold the truth in 92 to 97 of 100 simulated stores where authors write very unequally, and intervals that
/// take posts for independent do so in fewer than 89: the same stores, both shown.
/// </summary>
public sealed class CoverageSimulationTests(ITestOutputHelper output)
{
    private const double Authors = 400;
    private const double Others = 9; // authors of other posts per author of relevant ones
    private const double Normal95 = 1.96;

    [Theory]
    [InlineData(Measure.Sentiment, HeavyTail.Mood)]
    [InlineData(Measure.Volume, 0)]
    [InlineData(Measure.Share, 1 / (1 + Others))]
    public void Level_IsHeld_WhereThePlainIntervalMissesIt(Measure measure, double truth)
    {
        if (measure == Measure.Volume)
            truth = Authors * HeavyTail.Takes * HeavyTail.MeanPosts;
        Shows(round =>
        {
            var (sums, read) = Draw(round, 0);
            var level = Estimator.Exact(measure, sums.First, read.First);
            return (level.Low <= truth && truth <= level.High, Math.Abs(level.Value!.Value - truth) <= Normal95 * Plain(measure, sums.First, read.First));
        });
    }

    [Theory]
    [InlineData(Measure.Sentiment, 0)]
    [InlineData(Measure.Sentiment, 0.08)]
    [InlineData(Measure.Volume, 0)]
    [InlineData(Measure.Share, 0)]
    public void Difference_IsHeld_WhereThePlainIntervalMissesIt(Measure measure, double truth) => Shows(round =>
    {
        var (sums, read) = Draw(round, truth);
        var difference = DifferenceEstimator.Of(measure, sums, read)!;
        var plain = Math.Sqrt(Math.Pow(Plain(measure, sums.First, read.First), 2) + Math.Pow(Plain(measure, sums.Second, read.Second), 2));
        return (difference.Low <= truth && truth <= difference.High, Math.Abs(difference.Value - truth) <= Normal95 * plain);
    });

    // What 2,000 replications reached, as docs/methods.md says: 0.92 is not reached by volume and share of few authors.
    [Theory]
    [InlineData(Measure.Sentiment, 40, 0.92, 0.93)]
    [InlineData(Measure.Sentiment, 80, 0.92, 0.93)]
    [InlineData(Measure.Sentiment, 150, 0.93, 0.93)]
    [InlineData(Measure.Volume, 40, 0.885, 0.93)]
    [InlineData(Measure.Volume, 80, 0.90, 0.93)]
    [InlineData(Measure.Volume, 150, 0.93, 0.94)]
    [InlineData(Measure.Share, 40, 0.885, 0.93)]
    [InlineData(Measure.Share, 80, 0.90, 0.935)]
    [InlineData(Measure.Share, 150, 0.93, 0.94)]
    public void Both_AreHeldAsOftenAsTheDocumentSays_WhenAuthorsAreFew(Measure measure, double authors, double ofLevel, double ofDifference)
    {
        var truth = measure switch
        {
            Measure.Sentiment => HeavyTail.Mood,
            Measure.Volume => authors * HeavyTail.MeanPosts,
            _ => 1 / (1 + Others),
        };
        var (level, difference) = (0, 0);
        for (var round = 0; round < Replications.Count; round++)
        {
            var (sums, read) = Draw(round, 0, authors / HeavyTail.Takes);
            level += Estimator.Exact(measure, sums.First, read.First) is var one && one.Low <= truth && truth <= one.High ? 1 : 0;
            difference += DifferenceEstimator.Of(measure, sums, read) is { IsClear: false } ? 1 : 0;
        }

        output.WriteLine($"{Replications.Count} replications, {authors} authors, {measure}: level {level / (double)Replications.Count:0.000}, difference {difference / (double)Replications.Count:0.000}");
        Assert.InRange(level / (double)Replications.Count, ofLevel - Luck(ofLevel), 0.97);
        Assert.InRange(difference / (double)Replications.Count, ofDifference - Luck(ofDifference), 0.97);
    }

    [Fact]
    public void OneAuthorOneVote_IsHeld()
    {
        var held = Replications.Part(round =>
        {
            var vote = AuthorVote.Mean(new HeavyTail(new Random(round)).Pairs(Authors).Select(pair => pair.First));
            return vote.Low <= HeavyTail.Mood && HeavyTail.Mood <= vote.High;
        });
        Assert.InRange(held, 0.92, 0.97);
    }

    [Fact]
    public void Bootstrap_AgreesWithTheFormula_OnAverage()
    {
        var ratios = Enumerable.Range(0, 20).Select(round =>
        {
            var pairs = new HeavyTail(new Random(round)).Pairs(Authors);
            var level = Estimator.Exact(Measure.Sentiment, PairSums.Of(pairs).First, 0);
            var drawn = AuthorBootstrap.Intervals(
                pairs, sample => [sample.Sum(pair => pair.S1) / sample.Sum(pair => (double)pair.N1)], draws: 200)[0]!.Value;
            return (drawn.High - drawn.Low) / (level.High!.Value - level.Low!.Value);
        });
        Assert.InRange(ratios.Average(), 0.9, 1.05);
    }

    // Two binomial errors of a rate.
    private static double Luck(double rate) => 2 * Math.Sqrt(rate * (1 - rate) / Replications.Count);

    private void Shows(Func<int, (bool Clustered, bool Plain)> round)
    {
        var rounds = Enumerable.Range(0, Replications.Count).Select(round).ToList();
        var (clustered, plain) = (rounds.Count(each => each.Clustered) / (double)rounds.Count, rounds.Count(each => each.Plain) / (double)rounds.Count);
        output.WriteLine($"{rounds.Count} replications: by author {clustered:0.000}, plain {plain:0.000}");
        Assert.InRange(clustered, 0.92, 0.97);
        Assert.InRange(plain, 0, 0.89);
    }

    private static (PairSums Sums, (long First, long Second) Read) Draw(int round, double shift, double authors = Authors)
    {
        var tail = new HeavyTail(new Random(round));
        var sums = PairSums.Of(tail.Pairs(authors, shift));
        var rest = authors * HeavyTail.Takes * Others;
        return (sums, (sums.First.N + tail.Total(rest), sums.Second.N + tail.Total(rest)));
    }

    /// <summary>Standard error as if posts were independent.</summary>
    private static double Plain(Measure measure, ClusterSums sums, long read) => measure switch
    {
        Measure.Sentiment => Math.Sqrt((Math.Pow(HeavyTail.MoodDeviation, 2) + Math.Pow(HeavyTail.PostDeviation, 2)) / sums.N),
        Measure.Volume => Math.Sqrt(sums.N),
        _ => Math.Sqrt((double)sums.N / read * (1 - (double)sums.N / read) / read),
    };
}
