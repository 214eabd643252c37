using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Trends.Suppression;

public sealed class FacetHidingTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    public FacetHidingTests()
    {
        _c = _store.Community("c");
        _store.Covers("2023-01-01", "2024-01-01");
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_HidesACondition_WhereTheRestIsTooSmall()
    {
        Named("2023-01-05", 20, 4).Named("2023-02-05", 20, 12).Named("2023-03-05", 20, 0).Named("2023-04-05", 4, 20).Rolled();

        Assert.Equal(["hidden", "20", "20", "<10", "0"], Shown("condition=ptsd")[..5]);
        Assert.Equal(["24", "32", "20", "24", "0"], Shown()[..5]);
        Assert.Equal(["hidden"], Shown("condition=ptsd", "until=2023-02-01", "measure=sentiment"));
    }

    [Fact]
    public void Read_HidesALanguage_WhereTheOthersWouldBeToldBySubtraction()
    {
        Written("2023-01-05", 30, _c, 0, "en").Written("2023-01-06", 20, _c, 100, "de").Written("2023-01-07", 4, _c, 200, "fr")
            .Written("2023-02-05", 30, _c, 0, "en").Written("2023-02-06", 20, _c, 100, "de").Rolled();

        // French goes with German, the smaller of the other two; English tells only their sum.
        Assert.Equal(["30", "30"], Shown("language=en")[..2]);
        Assert.Equal(["hidden", "20"], Shown("language=de")[..2]);
        Assert.Equal(["<10", "0"], Shown("language=fr")[..2]);
        Assert.Equal(["0", "0"], Shown("language=pl")[..2]);
        Assert.Equal(["54", "50"], Shown()[..2]);
    }

    [Fact]
    public void Read_HidesTheQuarter_WhereItsMonthsWouldTellTheRestOfOne()
    {
        Named("2023-01-05", 20, 4).Named("2023-02-05", 20, 12).Named("2023-03-05", 30, 15).Named("2023-04-05", 30, 5).Named("2023-05-05", 30, 6).Rolled();

        Assert.Equal(["hidden", "60"], Shown("condition=ptsd", "by=quarter")[..2]);
        Assert.Equal(["hidden"], Shown("condition=ptsd", "by=year"));
        Assert.Equal(["101", "71"], Shown("by=quarter")[..2]);
    }

    [Fact]
    public void Read_HidesASecondDay_WhereWeekOrMonthWouldTellTheRestOfOne()
    {
        Named("2023-01-03", 20, 4).Named("2023-01-04", 15, 12).Named("2023-01-05", 30, 30).Named("2023-01-20", 30, 30).Rolled();

        Assert.Equal(["hidden", "hidden", "30"], Shown("condition=ptsd", "by=day", "from=2023-01-03", "until=2023-01-06"));
        Assert.Equal(["30"], Shown("condition=ptsd", "by=day", "from=2023-01-20", "until=2023-01-21"));
    }

    [Fact]
    public void Read_HidesACommunity_WhereItsRestWouldBeToldByTheOthers()
    {
        var other = _store.Community("other");
        Named("2023-01-05", 20, 4);
        Written("2023-01-05", 40, other, 0, null, "ptsd").Written("2023-01-06", 30, other, 1000, null).Rolled();

        Assert.Equal(["hidden"], Shown("condition=ptsd", "community=c", "until=2023-02-01"));
        Assert.Equal(["hidden"], Shown("condition=ptsd", "community=other", "until=2023-02-01"));
        Assert.Equal(["60"], Shown("condition=ptsd", "until=2023-02-01"));
        Assert.Equal(["60"], Shown("condition=ptsd", "community=c,other", "until=2023-02-01"));
        Assert.Equal(["24"], Shown("community=c", "until=2023-02-01"));
    }

    [Fact]
    public void Read_HidesAFilteredCell_WhereTheOneOfAllPostsIs()
    {
        var (b, small) = (_store.Community("b"), _store.Community("small"));
        Named("2023-01-05", 50, 50).Written("2023-01-05", 20, b, 0, null, "ptsd").Written("2023-01-05", 4, small, 0, null).Rolled();

        // 'b' stays with 'small', or 24 less 20 would tell the 4; and 'c' with them, or all less 'c' would tell the 20.
        Assert.Equal(["hidden"], Shown("community=b", "until=2023-02-01"));
        Assert.Equal(["hidden"], Shown("community=b", "condition=ptsd", "until=2023-02-01"));
        Assert.Equal(["hidden"], Shown("community=c", "condition=ptsd", "until=2023-02-01"));
        Assert.Equal(["70"], Shown("condition=ptsd", "until=2023-02-01"));
    }

    [Fact]
    public void Read_HidesAUnionOfSources_WhereTheRestOfOneIsTooSmall()
    {
        var forum = _store.Source("forum");
        var there = _store.Community("there", source: forum);
        _store.Covers("2023-01-01", "2024-01-01", source: forum).Posts("2023-01-05", 20, there, terms: "ptsd").Posts("2023-01-05", 5, there);
        Named("2023-01-05", 20, 20).Rolled();

        Assert.Equal(["hidden"], Shown("source=all", "condition=ptsd", "until=2023-02-01"));
        Assert.Equal(["20"], Shown("source=reddit", "condition=ptsd", "until=2023-02-01"));
        Assert.Equal(["65"], Shown("source=all", "until=2023-02-01"));
    }

    private FacetHidingTests Named(string day, int named, int others) =>
        Written(day, named, _c, 0, null, "ptsd").Written(day, others, _c, 1000, null);

    // Others write what does not name it: authors who do both are not counted beside them.
    private FacetHidingTests Written(string day, int count, long community, int firstAuthor, string? language, params string[] terms)
    {
        for (var author = 1; author <= count; author++)
            _store.Post(day, community, firstAuthor + author, language: language, terms: terms);
        return this;
    }

    private void Rolled() => _store.RollUp();

    private List<string> Shown(params string[] query) => _store.Trend(query).Buckets.Select(bucket => bucket.N.ToString()).ToList();
}
