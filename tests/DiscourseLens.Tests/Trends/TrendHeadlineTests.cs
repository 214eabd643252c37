using System.Globalization;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Tests.Trends.Statistics;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendHeadlineTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public TrendHeadlineTests()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-03-01", "2023-06-01").Covers("2023-06-01", "2023-06-16");
        for (var author = 1; author <= 20; author++)
        {
            _store.Post("2023-01-01", c, author, author / 100.0, author <= 8 ? "FAVOR" : "AGAINST");
            _store.Post("2023-05-01", c, author, author / 50.0, author <= 10 ? "FAVOR" : "NEUTRAL", "mdma");
        }

        _store.Posts("2023-04-01", 3, c).Reads("2023-01-01", 1600, c).Reads("2023-05-01", 800, c).RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("measure=volume", "No detectable change in the number of relevant posts a day between 2023-01, 0.645 (95 % 0.404 to 1.03), and 2023-05, 0.645 (0.404 to 1.03); changes under 0.206 posts a day could not have been seen; 1 of 6 months missing, 1 partial, 1 without posts, 1 suppressed.")]
    [InlineData("measure=share", "The share of relevant posts among all posts read rose from 1.25 % (95 % 0.784 % to 1.99 %) in 2023-01 to 2.5 % (1.57 % to 3.96 %) in 2023-05; 1 of 6 months missing, 1 partial, 1 without posts, 1 suppressed.")]
    [InlineData("measure=sentiment", "Mean compound sentiment rose from 0.11 (95 % 0.08 to 0.13) in 2023-01 to 0.21 (0.15 to 0.27) in 2023-05; 1 of 6 months missing, 1 partial, 1 without posts, 1 suppressed.")]
    [InlineData("measure=favor", "The model's favor share went from 40 % in 2023-01 to 50 % in 2023-05; not corrected for model error, so no interval can be given; 1 of 6 months missing, 1 partial, 1 without posts, 1 suppressed.")]
    [InlineData("measure=net", "The model's favor share minus its against share went from -20 points in 2023-01 to +50 points in 2023-05; not corrected for model error, so no interval can be given; 1 of 6 months missing, 1 partial, 1 without posts, 1 suppressed.")]
    public void Of_StatesFirstAndLast_WhenSeveralAreObserved(string query, string sentence) =>
        Assert.Equal(sentence, _store.Trend(query).Headline);

    [Theory]
    [InlineData("measure=volume", "The number of relevant posts a day on MDMA was 0.645 (95 % 0.404 to 1.03) in 2023-05 only; 1 of 6 months missing, 1 partial, 3 without posts.")]
    [InlineData("measure=favor", "The model's favor share on MDMA was 50 % in 2023-05 only; not corrected for model error, so no interval can be given; 1 of 6 months missing, 1 partial, 3 without posts.")]
    public void Of_SaysOnly_WhenOneIsObserved(string query, string sentence) =>
        Assert.Equal(sentence, _store.Trend(query, "target=mdma").Headline);

    [Fact]
    public void Of_WritesNoMinusZero_WhenTheMeanIsATinyNegativeNumber()
    {
        using var store = new StoreBuilder();
        store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-01", 12, store.Community("c"), -0.001).RollUp();

        Assert.Equal("Mean compound sentiment was 0.00 (95 % 0.00 to 0.00) in 2023-01 only.", store.Trend("measure=sentiment").Headline);
    }

    [Theory]
    [InlineData("2023-01-01", "2023-02-01", "2023-03-01")]
    [InlineData("2024-02-01", "2024-03-01", "2024-04-01")]
    public void Of_SeesNoChange_WhenOnlyTheMonthsDifferInLength(string from, string next, string until)
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        store.Covers(from, until);
        for (var (day, end) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture)); day < end; day = day.AddDays(1))
            store.Posts(day.ToString("O"), 40, c);
        store.RollUp();

        var said = store.Trend("measure=volume").Headline;

        Assert.StartsWith("No detectable change in the number of relevant posts a day between ", said, StringComparison.Ordinal);
        Assert.Contains($", 40 (95 % ", said, StringComparison.Ordinal);
        Assert.Contains($", and {next[..7]}, 40 (", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NamesTheOneWhoWroteMuch_WhenDetailsAreAskedFor()
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-10", 30, c).Posts("2023-02-10", 30, c);
        for (var i = 0; i < 20; i++)
            store.Post("2023-02-11", c, 1, -0.9);
        store.RollUp();

        Assert.EndsWith("; one author wrote 42 % of the posts in 2023-02.", store.Trend("details=true").Headline, StringComparison.Ordinal);
        Assert.DoesNotContain("one author", store.Trend("details=false").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SaysSo_WhenNoneIsObserved() => Assert.Equal(
        "No month is observed in full and large enough to be shown; 1 of 1 month missing.",
        _store.Trend("from=2023-02-01", "until=2023-03-01").Headline);

    [Fact]
    public void Of_NeverSaysRoseOrFell_WhenTheDifferenceMayBeNothing()
    {
        var (clear, unclear) = (0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var random = new Random(round);
            var measure = (Measure)random.Next(7);
            var sums = PairSums.Of(new HeavyTail(random).Pairs(5 + random.Next(80), 0.3 * random.NextDouble()));
            if (sums.First.N == 0 || sums.Second.N == 0)
                continue;
            var read = (sums.First.N * (1 + random.Next(5)), sums.Second.N * (1 + random.Next(5)));
            var difference = measure.IsStance() ? null : DifferenceEstimator.Of(measure, sums, read, (31, 28));
            TrendBucket[] buckets = [Bucket(measure, 1, sums.First, read.Item1), Bucket(measure, 2, sums.Second, read.Item2)];

            var said = TrendHeadline.Of(new() { Measure = measure }, buckets, difference);

            var rose = said.Contains(" rose from ", StringComparison.Ordinal);
            var fell = said.Contains(" fell from ", StringComparison.Ordinal);
            Assert.Equal(difference is { Low: > 0 }, rose);
            Assert.Equal(difference is { High: < 0 }, fell);
            Assert.Equal(difference is { IsClear: false }, said.StartsWith("No detectable change in ", StringComparison.Ordinal));
            (clear, unclear) = (clear + (rose || fell ? 1 : 0), unclear + (difference is { IsClear: false } ? 1 : 0));
        }

        Assert.True(clear > 500 && unclear > 500, $"{clear} {unclear}");
    }

    private static TrendBucket Bucket(Measure measure, int month, ClusterSums sums, long read)
    {
        var (value, low, high) = Estimator.Of(measure, sums, read);
        return new(
            new(2023, month, 1), new(2023, month + 1, 1), BucketState.Observed, 1, ShownCount.Of(sums.N, 10, false),
            ShownCount.Of(sums.Authors, 5, false), value, low, high, measure.Mark(), false);
    }
}
