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

    [Theory]
    [InlineData("community=SAMPLEPTSD", "community=SamplePtsd")]
    [InlineData("community=sampleptsd,Other", "community=Other,SamplePtsd")]
    [InlineData("community=SamplePtsd&class=therapy", "community=SamplePtsd")]
    [InlineData("community=SamplePtsd,Other&class=therapy,substance", "community=Other,SamplePtsd")]
    [InlineData("class=therapy", "class=therapy")]
    [InlineData("from=2024-01-05&until=2024-02-02", "from=2024-01-01&until=2024-03-01")]
    [InlineData("from=2024-01-05&by=week", "by=week&from=2024-01-01")]
    [InlineData("until=2024-01-05&by=quarter&compare=community", "by=quarter&until=2024-04-01&compare=community")]
    [InlineData("until=2200-01-01&by=week&from=2199-12-30", "by=week&from=2199-12-30&until=2200-01-01")]
    public void Answer_NamesOneAddress_ForAllThatAskForTheSame(string asked, string printed)
    {
        var c = _store.Community("SamplePtsd", "therapy");
        _store.Community("Other", "substance");
        _store.Covers("2024-01-01", "2024-04-01").Posts("2024-01-06", 12, c).RollUp();
        var reader = new TrendReader(_store.Database);

        var answer = reader.Answer(TrendQuery.FromUrl(asked));

        Assert.Equal(TrendQuery.FromUrl(printed + "&source=reddit"), answer.Query);
        Assert.Equal(answer.Query, reader.Answer(answer.Query).Query);
    }

    [Theory]
    [InlineData("community=X&class=therapy", "source=lemmy&community=x")]
    [InlineData("community=x&source=all", "source=lemmy,reddit&community=X,x")]
    [InlineData("community=x,y&class=therapy&source=all", "source=lemmy,reddit&class=therapy&community=x,y")]
    public void Answer_NamesOneAddress_WhereSourcesSpellAlike(string asked, string printed)
    {
        var lemmy = _store.Source("lemmy");
        _store.Community("X");
        _store.Community("y", "therapy");
        _store.Community("x", "therapy", lemmy);
        _store.Community("y", "general", lemmy);
        _store.RollUp();
        var reader = new TrendReader(_store.Database);

        var answer = reader.Answer(TrendQuery.FromUrl(asked + (asked.Contains("source", StringComparison.Ordinal) ? "" : "&source=all")));

        Assert.Equal(TrendQuery.FromUrl(printed), answer.Query);
        Assert.Equal(answer.Query, reader.Answer(answer.Query).Query);
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
