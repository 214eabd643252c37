using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Changes;

namespace DiscourseLens.Tests.Trends;

/// <summary>What only an earlier scorer measured is missing, and never zero.</summary>
public sealed class LostDayTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    /// <summary>Twelve posts on each day of January and February.</summary>
    public LostDayTests()
    {
        _c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01");
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2023, 3, 1); day = day.AddDays(1))
            _store.Posts(day.ToString("O"), 12, _c, 0.5);
        _store.RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("relevance", "volume")]
    [InlineData("sentiment", "sentiment")]
    [InlineData("stance", "favor")]
    public void Read_SaysMissing_WhereTheScorerInUseNeverReadTheText(string kind, string measure)
    {
        _store.Expire("id <= 12 * 31").Rescore(kind).RollUp();

        Assert.Equal(["missing", "observed"], _store.States($"measure={measure}"));
        var january = _store.Trend($"measure={measure}").Buckets[0];
        Assert.Equal((0.0, null), (january.Coverage, january.Value));
        Assert.Equal(["missing|0", "observed|12"], _store.Rows($"select distinct state, n from trend_day where community = 'c' and target = 'all' and measure = '{measure}' order by start"));
    }

    [Theory]
    [InlineData("community=c")]
    [InlineData("community=c,d")]
    [InlineData("class=general")]
    [InlineData("community=all")]
    public void Read_TakesTheLostPartFromTheCoverage(string scope)
    {
        _store.Posts("2023-01-31", 12, _store.Community("d"));
        _store.RollUp();
        // A quarter of the posts of each of ten days of c, and nothing of d.
        _store.Expire($"id <= 120 and id % 4 = 0").Rescore("sentiment").RollUp();

        var january = _store.Trend("measure=sentiment", scope).Buckets[0];

        var communities = scope == "community=c" ? 1 : 2;
        var covered = scope == "community=all" ? 31 - 10 * 0.25 : 31 * communities - 10 * 0.25;
        Assert.Equal(covered / (scope == "community=all" ? 31 : 31 * communities), january.Coverage, 1e-6);
        Assert.Equal(BucketState.Partial, january.State);
        Assert.Equal(BucketState.Observed, _store.Trend("measure=volume", scope).Buckets[0].State);
    }

    [Fact]
    public void Change_ComparesNoDayThatWasLost()
    {
        _store.Expire("id <= 12 * 10").Rescore("relevance").RollUp();

        var change = Change("a=2023-01-01..2023-02-01 b=2023-02-01..2023-03-01");

        Assert.Equal((21, 12.0, 12.0), (change.A.ComparedDays, change.A.Value, change.B.Value));
        Assert.Contains("no day covered in full", Assert.Throws<TrendException>(() => Change("a=2023-01-01..2023-01-08 b=2023-02-01..2023-02-08")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LosesNothing_WhereTheScorerInUseReadTheTextBefore()
    {
        var before = _store.Trend("measure=sentiment").Buckets;
        _store.Expire("id <= 12 * 31").Execute("insert into dirty_day (source_id, day_ms) select distinct source_id, day_ms from read_day where true on conflict do nothing");
        _store.RollUp();

        Assert.Equal(before, _store.Trend("measure=sentiment").Buckets);
        Assert.Empty(_store.Rows("select * from lost_day"));
    }

    private Change Change(string query) => new ChangeReader(_store.Database).Read(ChangeQuery.Parse(
        query.Split(' ').Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))));
}
