using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Changes;

namespace DiscourseLens.Tests.Trends.Changes;

public sealed class ScorerBreakTests : IDisposable
{
    private const string Halves = "a=2023-01-01..2023-01-16 b=2023-01-16..2023-02-01";
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    public ScorerBreakTests() => _c = _store.Community("c");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_TellsNoBreak_WhenOneVersionMeasuredAll()
    {
        Fill(posts: 10);

        var change = Read("measure=sentiment");

        Assert.Empty(change.Breaks);
        Assert.DoesNotContain(change.Notes, note => note.Contains("Scorers changed", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_LinksTwoVersions_OverTheDaysThatBothMeasured()
    {
        // 31 days of 10 posts; the new version scores 0.25 higher, and lacks the first five days (their texts are gone).
        Fill(posts: 10);
        Replace("sentiment", "insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound) select item_id, @next, target, negative, neutral, positive, compound + 0.25 from sentiment_score where item_id > 50");

        var change = Read("measure=sentiment");

        var link = Assert.Single(change.Breaks);
        Assert.Equal(("vader/1/01234567", 26, 5, 260L, 260L, 0.25), (link.Scorer, link.Days, link.DaysBeforeOnly, link.NBefore, link.N, link.Shift));
        Assert.Equal((new DateOnly(2023, 1, 6), new DateOnly(2023, 2, 1), null), (link.From, link.Until, link.Factor));
        Assert.Equal(
            "Scorers changed: the series was also measured by vader/1/01234567 on posts chosen by cascade/1/01234567; over 26 days that both measured (n about 260 and 260) the one in use gives +0.25; 5 days with posts under it have none under the one in use.",
            change.Notes[^1]);
        Assert.Empty(Read("measure=volume").Breaks);
    }

    [Fact]
    public void Read_LinksByAFactor_WhenPostsAreCounted()
    {
        Fill(posts: 10);
        Replace("relevance", "insert into relevance_score (item_id, scorer_id, target, relevant, probability, rule, path) select item_id, @next, target, item_id % 2, probability, rule, path from relevance_score");

        var link = Assert.Single(Read("measure=volume").Breaks);

        Assert.Equal((31, 310L, 160L, 0.5, null), (link.Days, link.NBefore, link.N, link.Factor, link.Shift));
    }

    [Fact]
    public void Read_TellsNoNumber_WhenFewPostsStandBehindIt()
    {
        // 93 posts: what one deleted post said could be told from the two sums.
        Fill(posts: 3);
        Replace("sentiment", "insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound) select item_id, @next, target, negative, neutral, positive, compound + 0.25 from sentiment_score");

        var link = Assert.Single(Read("measure=sentiment").Breaks);

        Assert.Equal((31, null, null, null, null), (link.Days, link.NBefore, link.N, link.Shift, link.Factor));
    }

    private void Fill(int posts)
    {
        _store.Covers("2023-01-01", "2023-02-01");
        for (var day = 1; day <= 31; day++)
        {
            for (var author = 1; author <= posts; author++)
                _store.Post(new DateOnly(2023, 1, day).ToString("O"), _c, author + day, author * 0.01);
        }

        _store.RollUp();
    }

    private void Replace(string kind, string scores)
    {
        var next = _store.Scorer(kind, "next");
        _store.Execute(scores, new { next });
        _store.Execute("update scorer set current = 0 where kind = @kind and id <> @next", new { kind, next });
        _store.RollUp();
    }

    private Change Read(string measure) => new ChangeReader(_store.Database).Read(ChangeQuery.Parse(
        $"{measure} {Halves}".Split(' ').Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))));
}
