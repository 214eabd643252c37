using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Series;
using DiscourseLens.Tests.Scoring;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Database;

public sealed class FenceTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Rollup_WritesNothing_WhenItsFenceIsDown()
    {
        _store.Post("2023-01-01", _store.Community("c"));
        Assert.Throws<LeaseLostException>(() => new Rollup(_store.Database, fence: Down).Run(CancellationToken.None));
        Assert.Equal(["0|1"], _store.Rows("select (select count(*) from series_day), (select count(*) from dirty_day)"));
        new Rollup(_store.Database).Run(CancellationToken.None);
        Assert.Equal(["1|0"], _store.Rows("select (select count(*) > 0 from series_day), (select count(*) from dirty_day)"));
    }

    [Fact]
    public void Scoring_WritesNothing_WhenItsFenceIsDown()
    {
        _store.Post("2023-01-01", _store.Community("c"));
        var before = Scores();
        var scorers = new Scorers(Shipped.Reader, new Dictionary<string, string>(), LinearStanceScorer.LoadShipped());
        Assert.Throws<LeaseLostException>(() =>
            new ScoringRun(_store.Database, scorers, TimeProvider.System, Down).Run(null, CancellationToken.None));
        Assert.Equal(before, Scores());
        new ScoringRun(_store.Database, scorers, TimeProvider.System).Run(null, CancellationToken.None);
        Assert.NotEqual(before, Scores());
    }

    private List<string> Scores() => _store.Rows("""
        select 'scorer', id, current from scorer union all select 'relevance', item_id, scorer_id from relevance_score
        union all select 'sentiment', item_id, scorer_id from sentiment_score order by 1, 2, 3
        """);

    private static void Down(Microsoft.Data.Sqlite.SqliteConnection connection) =>
        throw new LeaseLostException(new Lease(new WorkItem(7, "score", ""), 3));
}
