using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class FixedAgeTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    public FixedAgeTests() => _c = _store.Community("c");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_IsMissing_WhereNoPostWasLookedAt_AndZeroWhereThereWasNone()
    {
        _store.Covers("2023-01-01", "2023-04-01");
        Posts("2023-01-05", 30, looked: 0);
        Posts("2023-02-05", 30, looked: 30);
        _store.RollUp();

        Assert.Equal(["missing 0 0 null", "observed 1 30 30", "zero 1 0 0"], Told("age=36h"));
        Assert.Equal(["observed 1 30 30", "observed 1 30 30", "zero 1 0 0"], Told());
        Assert.Equal("missing", _store.States("age=36h", "measure=sentiment")[0]);
    }

    [Fact]
    public void Read_IsPartial_WhereSomeWereLookedAt_WithTheirPart()
    {
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-02-01", "2023-03-01", fraction: 0.5);
        Posts("2023-01-05", 40, looked: 30);
        Posts("2023-02-05", 40, looked: 30);
        _store.RollUp();

        Assert.Equal(["partial 0.75 30 30", "partial 0.375 30 30"], Told("age=36h"));
    }

    [Fact]
    public void Read_LeavesOutWhatWasGoneByThen_AndKnowsThatItWas()
    {
        _store.Covers("2023-01-01", "2023-03-01");
        Posts("2023-01-05", 25, looked: 25);
        Posts("2023-01-06", 15, looked: 15, state: "removed by moderator", firstAuthor: 100);
        Posts("2023-01-07", 3, looked: 3, state: "account gone", firstAuthor: 200);
        Posts("2023-02-05", 12, looked: 12, state: "removed by platform");
        _store.RollUp();

        Assert.Equal(["observed 1 28 28", "zero 1 0 0"], Told("age=36h"));
    }

    [Fact]
    public void Read_IsProvisional_WherePostsAreYoungerThanTheAge()
    {
        // Looked at last on 1 February: what was written after 23 January may still be looked at for 7 days, up to a quarter too late.
        _store.Covers("2023-01-01", "2023-02-01", captured: "2023-02-01");
        Posts("2023-01-05", 30, looked: 30, hours: 168);
        Posts("2023-01-25", 20, looked: 0, firstAuthor: 100);
        _store.RollUp(new() { ProvisionalDays = 0 });

        Assert.Equal(["provisional 1 30 30"], Told("age=7d"));
        Assert.Equal(["observed 1 50 50"], Told());
        Assert.Equal(["missing 0 0 null"], Told("age=7d", "by=day", "from=2023-01-25", "until=2023-01-26"));
        Assert.Equal(["observed 1 30 30"], Told("age=7d", "by=day", "from=2023-01-05", "until=2023-01-06"));
    }

    [Fact]
    public void Read_CountsLooksOfTheAskedPostsOnly_WhenTargetAndCommunityAreNamed()
    {
        var other = _store.Community("other");
        _store.Covers("2023-01-01", "2023-02-01");
        Posts("2023-01-05", 30, looked: 30, target: "mdma");
        Posts("2023-01-06", 30, looked: 0, target: "lsd", firstAuthor: 100);
        for (var author = 1; author <= 20; author++)
            _store.Post("2023-01-07", other, 200 + author);
        _store.RollUp();

        Assert.Equal(["observed 1 30 30"], Told("age=36h", "target=mdma"));
        Assert.Equal(["missing 0 0 null"], Told("age=36h", "target=lsd"));
        Assert.Equal(["partial 0.5 30 30"], Told("age=36h", "community=c"));
        Assert.Equal(["partial 0.375 30 30"], Told("age=36h"));
        Assert.StartsWith("No month is observed in full", _store.Trend("age=36h").Headline, StringComparison.Ordinal);
        Assert.StartsWith(
            "The number of relevant posts a day on MDMA still there at an age of 36 hours was 0.968 ", _store.Trend("age=36h", "target=mdma").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HidesWhatItTellsOfTheRest_WhereThatIsSmall()
    {
        _store.Covers("2023-01-01", "2023-02-01");
        Posts("2023-01-05", 40, looked: 37);
        _store.RollUp();

        Assert.Equal(["partial 0.925 hidden null"], Told("age=36h"));
    }

    [Theory]
    [InlineData(TrendTrouble.Query, "age 'young' is no age; write hours or days, for example 36h or 7d.", "age=young")]
    [InlineData(TrendTrouble.Query, "age '0h' is no age; write hours or days, for example 36h or 7d.", "age=0h")]
    [InlineData(TrendTrouble.Query, "measure 'share' cannot be had by age: the posts that were read and not kept are not looked at again; use measure=volume, or leave age out.", "age=36h", "measure=share")]
    [InlineData(TrendTrouble.Query, "condition and age are both given, and series are kept for one of them at a time; leave one of the two out.", "condition=ptsd", "age=36h")]
    [InlineData(TrendTrouble.Unknown, "age '2d' is not among the ages at which posts were looked at; use one of 36h.", "age=48h")]
    public void Read_NamesTheFix_WhenAnAgeCannotBeHad(TrendTrouble trouble, string message, params string[] query)
    {
        Posts("2023-01-05", 1, looked: 1);
        _store.RollUp();

        var exception = Assert.Throws<TrendException>(() => _store.Trend(query));

        Assert.Equal((trouble, message), (exception.Trouble, exception.Message));
    }

    private void Posts(string day, int count, int looked, string state = "live", int firstAuthor = 0, int hours = 36, string target = "all")
    {
        for (var author = 1; author <= count; author++)
        {
            var post = _store.Post(day, _c, firstAuthor + author, target: target);
            if (author <= looked)
                _store.Looks(post, hours, state);
        }
    }

    private List<string> Told(params string[] query) => _store.Trend(query).Buckets
        .Select(bucket => FormattableString.Invariant($"{bucket.State.Text()} {bucket.Coverage} {bucket.N} {(bucket.Value is { } value ? value : "null")}")).ToList();
}
