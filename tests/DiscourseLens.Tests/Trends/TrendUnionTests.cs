using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendUnionTests : IDisposable
{
    private static readonly SeriesOptions s_all = new() { ProvisionalDays = 5, Suppression = new(1, 0) };
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_AddsUpExactly_WhenCommunitiesAreTakenTogether() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, s_all);
            foreach (var (by, target) in new[] { (Grain.Day, "all"), (Grain.Week, "mdma"), (Grain.Quarter, "all") })
            {
                var reader = new TrendReader(random.Store.Database, s_all);
                var query = new TrendQuery { By = by, Target = target };
                var (all, parts) = (reader.Read(query), reader.Answer(query with { Compare = CompareBy.Community }).Series);
                if (all.Buckets.Count == 0) // a plan that covers and posts nothing
                {
                    Assert.All(parts, part => Assert.Empty(part.Trend.Buckets));
                    continue;
                }

                var union = reader.Read(query with { Communities = RandomStore.Names, From = all.Buckets[0].Start, Until = all.Buckets[^1].End });
                Assert.Equal(3, parts.Count);
                for (var at = 0; at < all.Buckets.Count; at++)
                {
                    var sum = parts.Sum(part => part.Trend.Buckets[at].N.Value);
                    Assert.Equal((sum, sum), (all.Buckets[at].N.Value, union.Buckets[at].N.Value));
                }
            }
        },
        iter: 10, threads: 1);

    [Fact]
    public void Read_TakesSourcesTogether_WithTheStateOfBoth()
    {
        var (one, other) = (_store.Community("one"), TwoSources());
        _store.Posts("2023-01-05", 12, one, 0.2).Posts("2023-01-06", 12, other, 0.7).Posts("2023-02-06", 20, one).RollUp();

        var trend = _store.Trend("source=all", "measure=sentiment", "until=2023-03-01");

        Assert.Equal("forum,reddit", trend.Query.Source);
        // Author keys of both sources are the same here: an author is one cluster, and 12 authors wrote 24 posts.
        Assert.Equal(("24", "12", 0.45), (trend.Buckets[0].N.ToString(), trend.Buckets[0].Authors.ToString(), trend.Buckets[0].Value));
        Assert.Equal([BucketState.Observed, BucketState.Partial], trend.Buckets.Select(bucket => bucket.State));
        Assert.Equal([1, 0.5], trend.Buckets.Select(bucket => bucket.Coverage));
        Assert.Equal(24, _store.Trend("source=reddit,forum", "community=one,other").Buckets[0].Value);
    }

    [Fact]
    public void Read_IsProvisional_WhenOneOfTheSourcesWasReadTooSoon()
    {
        var one = _store.Community("one");
        var forum = _store.Source("forum");
        var other = _store.Community("other", source: forum);
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-01-01", "2023-02-01", source: forum, captured: "2023-02-02")
            .Posts("2023-01-31", 12, one).Posts("2023-01-31", 12, other).RollUp();

        Assert.Equal(["observed"], _store.States("source=reddit"));
        Assert.Equal(["provisional"], _store.States("source=all"));
    }

    [Fact]
    public void Read_TakesTheCommunitiesOfAClass()
    {
        var (clinic, ward, street) = (_store.Community("clinic", "therapy"), _store.Community("ward", "therapy"), _store.Community("street", "substance"));
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-05", 12, clinic).Posts("2023-01-06", 13, ward).Posts("2023-01-07", 14, street)
            .Reads("2023-01-05", 100, clinic).Reads("2023-01-06", 100, ward).Reads("2023-01-07", 100, street).RollUp();

        Assert.Equal(25, _store.Trend("class=therapy").Buckets[0].Value);
        Assert.Equal(0.125, _store.Trend("class=therapy", "measure=share").Buckets[0].Value);
        Assert.Equal(39, _store.Trend("class=therapy,substance").Buckets[0].Value);
        Assert.Equal(12, _store.Trend("class=therapy", "community=clinic").Buckets[0].Value);
    }

    [Theory]
    [InlineData(TrendTrouble.Query, "community 'street' is of class 'substance', and class 'therapy' leaves it out; leave one of the two out.", "class=therapy", "community=street")]
    [InlineData(TrendTrouble.Unknown, "class 'mental-health' has no stored community in source 'reddit'; the setting Study:Communities says which class a community is of.", "class=mental-health")]
    public void Read_NamesTheFix_WhenNoCommunityIsLeft(TrendTrouble trouble, string message, params string[] query)
    {
        _store.Community("street", "substance");
        _store.RollUp();

        var exception = Assert.Throws<TrendException>(() => _store.Trend(query));

        Assert.Equal((trouble, message), (exception.Trouble, exception.Message));
    }

    [Fact]
    public void Read_AsksForTheSource_WhenThereAreSeveral()
    {
        TwoSources();

        Assert.Equal(
            "source is not given and the store has forum, reddit; name one or more of them, or all.",
            Assert.Throws<TrendException>(() => _store.Trend()).Message);
        Assert.Equal(
            "community 'nowhere' is not among the stored communities of sources 'forum', 'reddit'; the view trend_month lists them.",
            Assert.Throws<TrendException>(() => _store.Trend("source=all", "community=nowhere")).Message);
    }

    private long TwoSources()
    {
        var forum = _store.Source("forum");
        _store.Covers("2023-01-01", "2023-03-01").Covers("2023-01-01", "2023-02-01", source: forum);
        return _store.Community("other", source: forum);
    }
}
