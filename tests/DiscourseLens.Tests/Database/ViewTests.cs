using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Database;

public sealed class ViewTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Post_ShowsTextAndScores_UnderTheCurrentScorers()
    {
        var item = _store.Post("2023-01-01", _store.Community("c"), compound: 0.5, stance: "FAVOR");
        _store.Execute("insert into item_text (item_id, text) values (@item, 'it helped')", new { item });

        Assert.Equal(
            ["reddit|t1_1|comment|c|general|t3_abc||2023-01-01T00:00:00Z||live|||it helped|1|0.5|r|p|0.5|0|1|0|FAVOR|0.25|0.25"],
            _store.Rows(
                """
                select source, id, kind, community, class, thread, parent, created, captured, state, language, unscored, text,
                    relevant, relevance_probability, rule, path, compound, negative, neutral, positive, stance, favor, against
                from post
                """));
    }

    [Theory]
    [InlineData("comment", "t1_x", "t3_abc", null, "https://www.reddit.com/comments/abc/_/x/")]
    [InlineData("comment", "x", "abc", null, "https://www.reddit.com/comments/abc/_/x/")]
    [InlineData("comment", "t1_x", null, null, "")]
    [InlineData("submission", "t3_abc", null, null, "https://www.reddit.com/comments/abc/")]
    [InlineData("comment", "t1_x", "t3_abc", "/r/c/comments/abc/title/x/", "https://www.reddit.com/r/c/comments/abc/title/x/")]
    [InlineData("comment", "t1_x", "t3_abc", "https://example.org/x", "https://example.org/x")]
    public void Post_BuildsThePermalink_WhenNoneIsGiven(
        string kind, string native, string? thread, string? given, string permalink)
    {
        var item = _store.Post("2023-01-01", _store.Community("c"));
        _store.Execute(
            "update item set kind = @kind, native_id = @native, thread_id = @thread, permalink = @given where id = @item",
            new { kind, native, thread, given, item });

        Assert.Equal([permalink], _store.Rows("select permalink from post"));
    }

    [Fact]
    public void Post_LeavesScoresEmpty_WhenThePostIsUnscored()
    {
        _store.Post("2023-01-01", _store.Community("c"), compound: null);

        Assert.Equal(["bot|||1"], _store.Rows("select unscored, compound, stance, relevant from post"));
    }

    [Fact]
    public void Coverage_NamesEveryCommunityAll_WhenTheWindowHoldsForAll()
    {
        _store.Covers("2023-01-01", "2023-02-01", fraction: 0.5).Covers("2023-01-01", "2023-01-02", _store.Community("c"));

        Assert.Equal(
            ["reddit|all|comment|2023-01-01T00:00:00Z|2023-02-01T00:00:00Z|complete|0.5||||", "reddit|c|comment|2023-01-01T00:00:00Z|2023-01-02T00:00:00Z|complete|1||||"],
            _store.Rows("""select source, community, kind, start, "end", state, fraction, expected, fetched, rejected, reason from coverage order by community"""));
    }

    [Fact]
    public void Rejected_NamesFileLineAndReason()
    {
        _store.Execute(
            "insert into rejected_line (file_id, line, byte_offset, bytes, sha256, reason) values (@FileId, 7, 512, 80, 'x', 'no id')",
            new { _store.FileId });

        Assert.Equal(["reddit|a|7|512|80|no id"], _store.Rows("select source, file, line, byte_offset, bytes, reason from rejected"));
    }

    [Fact]
    public void TrendMonth_HasOneRowABucket_WhenOneSeriesIsAsked()
    {
        var c = _store.Community("c");
        _store.Covers("2022-12-15", "2023-03-01").Post("2023-01-05", c);
        _store.RollUp();

        Assert.Equal(
            ["2022-12-01T00:00:00Z|2023-01-01T00:00:00Z|partial|0|0|0", "2023-01-01T00:00:00Z|2023-02-01T00:00:00Z|observed|1|1|1", "2023-02-01T00:00:00Z|2023-03-01T00:00:00Z|zero|0|0|0"],
            _store.Rows("""select start, "end", state, n, value, suppressed from trend_month where community = 'c' and measure = 'volume' order by start"""));
    }

    [Fact]
    public void TrendDay_IsFoundByKey_WhenCommunityTargetAndMeasureAreGiven()
    {
        var plan = _store.Rows("explain query plan select start, state, n, value, coverage from trend_day where community = 'c' and target = 'all' and measure = 'volume'");

        // Of what grows with the store nothing may be scanned; sources, scorers and settings are a handful of rows.
        Assert.DoesNotContain(plan, line => line.Contains("SCAN", StringComparison.Ordinal)
            && !line.EndsWith("SCAN opt", StringComparison.Ordinal) && !line.EndsWith("SCAN src", StringComparison.Ordinal));
    }
}
