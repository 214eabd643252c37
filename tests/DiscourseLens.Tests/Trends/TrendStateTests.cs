using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendStateTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_SaysPartialMissingObserved_WhenAMonthHasADeclaredGap()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-01-17").Covers("2023-03-01", "2023-04-01")
            .Posts("2023-01-05", 12, c).Posts("2023-03-05", 12, c).RollUp();

        var buckets = _store.Trend("measure=volume").Buckets;

        Assert.Equal(["partial", "missing", "observed"], buckets.Select(bucket => bucket.State.ToString().ToLowerInvariant()));
        Assert.Equal([0.516129, 0, 1], buckets.Select(bucket => bucket.Coverage));
        Assert.Equal([12.0, null, 12.0], buckets.Select(bucket => bucket.Value));
    }

    [Fact]
    public void Read_TellsZeroFromMissing_WhenADayIsCoveredAndEmpty()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-01-03").Covers("2023-01-04", "2023-01-05")
            .Posts("2023-01-01", 12, c).Posts("2023-01-04", 12, c).RollUp();

        var volume = _store.Trend("measure=volume", "by=day").Buckets;
        var sentiment = _store.Trend("measure=sentiment", "by=day").Buckets;

        Assert.Equal(["observed", "zero", "missing", "observed"], _store.States("by=day"));
        Assert.Equal([12.0, 0.0, null, 12.0], volume.Select(bucket => bucket.Value));
        Assert.Equal([0.0, null, null, 0.0], sentiment.Select(bucket => bucket.Value));
    }

    [Fact]
    public void Read_ShowsZeroDays_WhenNothingRelevantWasEverRead()
    {
        _store.Covers("2023-01-01", "2023-01-03").Reads("2023-01-01", 50).RollUp();

        Assert.Equal(["zero", "zero"], _store.States("by=day"));
        Assert.Equal(
            ["2023-01-01T00:00:00Z|zero|0|0", "2023-01-02T00:00:00Z|zero|0|0"],
            _store.Rows("select start, state, n, value from trend_day where community = 'all' and measure = 'volume' order by start"));
    }

    [Theory]
    [InlineData("2023-02-07T23:59:59", "provisional")]
    [InlineData("2023-02-08T00:00:00", "observed")]
    [InlineData(null, "observed")]
    public void Read_SaysProvisional_WhenTheLastDayWasCapturedWithinSevenDays(string? captured, string state)
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-31", 12, c)
            .Reads("2023-01-30", 1, c, captured: "2023-02-07").Reads("2023-01-31", 12, c, captured: captured);
        if (captured is null)
            _store.Execute("update collection_window set captured_ms = null");
        _store.RollUp();

        Assert.Equal([state], _store.States());
        Assert.Equal([state], _store.Rows("select state from trend_month where community = 'c' and measure = 'volume'"));
    }

    [Theory]
    [InlineData("2023-02-07T23:59:59", "provisional")]
    [InlineData("2023-02-08T00:00:00", "zero")]
    public void Read_LooksAtTheWindow_WhenAYoungDayHasNoPosts(string captured, string state)
    {
        _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01", captured: captured).RollUp();

        Assert.Equal([state], _store.States());
        Assert.Equal([state], _store.Rows("select state from trend_month where community = 'c' and measure = 'volume'"));
    }

    [Fact]
    public void Read_SaysMissing_WhenAYearBetweenTwoCoveredOnesIsNot()
    {
        var c = _store.Community("c");
        _store.Covers("2020-01-01", "2021-01-01").Covers("2022-01-01", "2023-01-01")
            .Posts("2020-05-05", 12, c).Posts("2022-05-05", 12, c).RollUp();

        Assert.Equal(["observed", "missing", "observed"], _store.States("by=year"));
        Assert.Equal(["observed", "zero", "zero", "missing"], _store.States("by=quarter", "from=2020-04-01", "until=2021-04-01"));
    }

    [Fact]
    public void Read_SaysPartialWithCoverageZero_WhenPostsLieOutsideEveryWindow()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-01-02").Posts("2023-01-04", 12, c).RollUp();

        var buckets = _store.Trend("by=day").Buckets;

        Assert.Equal(["zero", "missing", "missing", "partial"], _store.States("by=day"));
        Assert.Equal(0, buckets[3].Coverage);
        Assert.Equal(12, buckets[3].Value);
    }

    [Fact]
    public void Read_SaysPartial_WhenOnlyOneOfTwoKindsIsCovered()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-01-03").Covers("2023-01-02", "2023-01-03", kind: "submission")
            .Posts("2023-01-01", 12, c).Posts("2023-01-02", 12, c).RollUp();

        Assert.Equal(["partial", "observed"], _store.States("by=day"));
        Assert.Equal([0.5, 1], _store.Trend("by=day").Buckets.Select(bucket => bucket.Coverage));
    }

    [Fact]
    public void Read_WantsAKindThatOnlyCountsName_WhenItHasNoWindow()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-01-02").Reads("2023-01-01", 5, c, kind: "submission").RollUp();

        Assert.Equal(0.5, Assert.Single(_store.Trend("by=day").Buckets).Coverage);
    }

    [Fact]
    public void Read_WantsOfEachCommunityItsOwnKinds_WhenFilesOfBothKindsNameDifferentOnes()
    {
        var (spoken, posted) = (_store.Community("spoken"), _store.Community("posted"));
        _store.Covers("2023-01-01", "2023-01-02", spoken).Covers("2023-01-01", "2023-01-02", posted, kind: "submission")
            .Posts("2023-01-01", 12, spoken).Posts("2023-01-01", 12, posted).RollUp();

        Assert.Equal(1, Assert.Single(_store.Trend("by=day").Buckets).Coverage);
        Assert.Equal(1, Assert.Single(_store.Trend("by=day", "community=spoken").Buckets).Coverage);
    }

    [Fact]
    public void Read_TakesTheBetterCoverage_WhenACommunityHasWindowsOfItsOwn()
    {
        var (own, shared) = (_store.Community("own"), _store.Community("shared"));
        _store.Covers("2023-01-01", "2023-01-03", fraction: 0.5)
            .Covers("2023-01-01", "2023-01-02", own).Covers("2023-01-02", "2023-01-03", own, fraction: 0.25)
            .Covers("2023-01-03", "2023-01-04", own)
            .Posts("2023-01-01", 12, own).Posts("2023-01-01", 12, shared).RollUp();

        double[] Coverage(string query) => _store.Trend("by=day", query, "until=2023-01-04").Buckets.Select(bucket => bucket.Coverage).ToArray();
        Assert.Equal([1, 0.5, 1], Coverage("community=own"));
        Assert.Equal([0.5, 0.5, 0], Coverage("community=shared"));
        Assert.Equal([0.75, 0.5, 0.5], Coverage("community="));
        Assert.Equal([0.75, 0.5, 0.5], Coverage("community=own,shared"));
    }

    [Fact]
    public void Read_CoversWholeUnits_WhenTheRangeCutsThem()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-10", "2023-02-01").Posts("2023-01-31", 12, c).RollUp();

        var bucket = Assert.Single(_store.Trend("from=2023-01-15", "until=2023-01-16").Buckets);

        Assert.Equal((new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 1)), (bucket.Start, bucket.End));
        Assert.Equal(12, bucket.Value);
        Assert.Equal(22 * 1_000_000L / 31 / 1e6, bucket.Coverage);
    }

    [Fact]
    public void Read_GivesNoBuckets_WhenTheStoreCoversAndHoldsNothing()
    {
        _store.RollUp();

        var trend = _store.Trend();

        Assert.Empty(trend.Buckets);
        Assert.Equal("Nothing is covered or held, so there is nothing to say.", trend.Headline);
    }
}
