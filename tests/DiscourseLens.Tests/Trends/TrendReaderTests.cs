using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendReaderTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(9, 9, "<10", "9", true)]
    [InlineData(10, 5, "10", "5", false)]
    [InlineData(10, 4, "10", "<5", true)]
    [InlineData(3, 2, "<10", "<5", true)]
    [InlineData(40, 0, "40", "<5", true)]
    public void Read_SuppressesTheCell_WhenFewPostsOrAuthorsStandBehindIt(
        int posts, int authors, string n, string shown, bool hidden)
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01");
        for (var i = 0; i < posts; i++)
            _store.Post("2023-01-01", c, authors == 0 ? null : i % authors, 0.5);
        _store.Reads("2023-01-01", 100, c).RollUp();

        foreach (var measure in Enum.GetNames<Measure>().Select(name => name.ToLowerInvariant()))
        {
            var bucket = Assert.Single(_store.Trend($"measure={measure}").Buckets);
            Assert.Equal((n, shown, hidden), (bucket.N.ToString(), bucket.Authors.ToString(), bucket.Suppressed));
            Assert.Equal(hidden, bucket.Value is null);
            Assert.True(!hidden || (bucket.Low is null && bucket.High is null));
        }

        Assert.Equal(
            [$"{posts}|{authors}|{posts}|{(hidden ? 1 : 0)}"],
            _store.Rows("select n, authors, value, suppressed from trend_month where community = 'c' and measure = 'volume'"));
    }

    [Theory]
    [InlineData("favor", 0.5)]
    [InlineData("against", 0.25)]
    [InlineData("neutral", 0.25)]
    [InlineData("net", 0.25)]
    public void Read_MarksEveryBucketAndGivesNoInterval_WhenTheMeasureIsStance(string measure, double value)
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01")
            .Posts("2023-01-01", 20, c, stance: "FAVOR").Posts("2023-01-02", 10, c, stance: "AGAINST").Posts("2023-01-03", 10, c).RollUp();

        var trend = _store.Trend($"measure={measure}");

        Assert.Equal([value, null], trend.Buckets.Select(bucket => bucket.Value));
        Assert.All(trend.Buckets, bucket => Assert.Equal(
            (null, null, "uncorrected: not for publication"), (bucket.Low, bucket.High, bucket.Mark)));
        Assert.Equal("uncorrected: not for publication", trend.Mark);
        Assert.Equal(
            ["||uncorrected: not for publication"],
            _store.Rows($"select distinct low, high, mark from trend_day where measure = '{measure}'"));
    }

    [Fact]
    public void Read_ClustersAnAuthorAcrossCommunities_WhenTheyAreTakenTogether()
    {
        var (one, two) = (_store.Community("one"), _store.Community("two"));
        _store.Community("three");
        _store.Covers("2023-01-01", "2023-02-01")
            .Posts("2023-01-01", 12, one, 0.2).Posts("2023-01-02", 12, two, 0.4).RollUp();

        foreach (var communities in new[] { "community=", "community=one,two", "community=ONE,two,three" })
        {
            var bucket = Assert.Single(_store.Trend("measure=sentiment", communities).Buckets);
            Assert.Equal(("24", "12", 0.3), (bucket.N.ToString(), bucket.Authors.ToString(), bucket.Value));
        }
    }

    [Fact]
    public void Read_KeepsTargetsApart_WhenPostsAreAboutDifferentOnes()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-01", 12, c, 0.5, target: "mdma").Posts("2023-01-02", 20, c).RollUp();

        Assert.Equal(32, _store.Trend().Buckets[0].Value);
        Assert.Equal(12, _store.Trend("target=mdma").Buckets[0].Value);
        Assert.Equal(0.5, _store.Trend("target=mdma", "measure=sentiment").Buckets[0].Value);
        Assert.Equal((0, BucketState.Zero), (_store.Trend("target=lsd").Buckets[0].Value, _store.Trend("target=lsd").Buckets[0].State));
    }

    [Theory]
    [InlineData("community=nowhere", "community 'nowhere' is not among the stored communities of source 'reddit'")]
    [InlineData("source=usenet", "source 'usenet' is not in the store; use one of reddit.")]
    [InlineData("from=1900-01-01", "makes more than 36525 buckets by day")]
    public void Read_NamesTheFix_WhenTheStoreLacksWhatIsAsked(string query, string message)
    {
        var c = _store.Community("c");
        _store.Posts("2023-01-01", 12, c).RollUp();

        Assert.Contains(message, Assert.ThrowsAny<LensException>(() => _store.Trend(query, "by=day")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AsksForScores_WhenThereIsNoScorerOfTheKind()
    {
        _store.Execute("delete from scorer where kind = 'stance'");
        _store.RollUp();

        Assert.Equal(
            "measure 'net' needs stance scores and the store has none; run `discourselens score` first.",
            Assert.ThrowsAny<LensException>(() => _store.Trend("measure=net")).Message);
    }

    [Fact]
    public void Read_TakesTheStoredLimits_WhenNoneAreGiven()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01", captured: "2023-02-03").Posts("2023-01-01", 3, c)
            .RollUp(new() { ProvisionalDays = 2, Suppression = new(3, 3) });

        var bucket = Assert.Single(_store.Trend().Buckets);

        Assert.Equal((BucketState.Observed, 3.0), (bucket.State, bucket.Value));
        Assert.Equal(
            BucketState.Provisional,
            new TrendReader(_store.Database, new()).Read(new()).Buckets[0].State);
    }

    [Fact]
    public void Options_HideTenPostsFiveAuthorsSevenDays_WhenNotSet()
    {
        var options = new SeriesOptions();

        Assert.Equal((7, 10, 5), (options.ProvisionalDays, options.Suppression.MinPosts, options.Suppression.MinAuthors));
    }
}
