using System.Globalization;
using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Web;

public sealed class TrendEndpointsTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public TrendEndpointsTests()
    {
        var (one, two) = (_store.Community("one"), _store.Community("two"));
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-03-01", "2023-05-01")
            .Covers("2023-05-01", "2023-06-01", captured: "2023-06-02")
            .Posts("2023-01-05", 12, one, 0.25, "FAVOR").Posts("2023-01-06", 12, two, -0.5, "AGAINST", "mdma")
            .Posts("2023-03-05", 4, one, 0.5).Posts("2023-05-05", 20, one, 0.1)
            .Reads("2023-01-05", 300, one).Reads("2023-01-06", 100, two).Reads("2023-03-05", 80, one)
            .Reads("2023-05-05", 90, one, captured: "2023-06-02").RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Trend_TellsStatesAndSuppression_AsTheStoreDoes()
    {
        await using var site = await TestSite.StartAsync(_store);

        var buckets = (await site.JsonAsync("/api/trend")).GetProperty("buckets");

        Assert.Equal(
            ["observed|24|24", "missing|0|", "observed|<10|", "zero|0|0", "provisional|20|20"],
            buckets.EnumerateArray().Select(bucket => $"{bucket.GetProperty("state")}|{bucket.GetProperty("n")}|{bucket.GetProperty("value")}"));
    }

    [Theory]
    [InlineData("volume", "month", "all")]
    [InlineData("share", "week", "one")]
    [InlineData("sentiment", "day", "all")]
    [InlineData("net", "month", "two")]
    public async Task Trend_SaysTheSame_InSqlJsonAndCsv(string measure, string by, string community)
    {
        await using var site = await TestSite.StartAsync(_store);
        var query = $"measure={measure}&by={by}&community={community}";
        var sql = _store.Rows(
            $"""
            select start, "end", state, coverage,
                iif(suppressed and n < 10, '<10', n), iif(suppressed and authors < 5, '<5', authors),
                iif(suppressed, null, value), iif(suppressed, null, low), iif(suppressed, null, high), mark
            from trend_{by}
            where community = '{community}' and target = 'all' and measure = '{measure}'
            order by start
            """);

        var json = (await site.JsonAsync($"/api/trend.json?{query}")).GetProperty("buckets").EnumerateArray()
            .Select(bucket => string.Join('|', bucket.EnumerateObject().Select(cell => Text(cell.Value))));
        var csv = (await site.TextAsync($"/api/trend.csv?{query}")).TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => line.Replace(',', '|'));

        Assert.NotEmpty(sql);
        Assert.Equal(sql, json);
        Assert.Equal(sql, csv);
    }

    [Fact]
    public async Task Trend_TakesCommunitiesTogether_WhenTheKeyComesTwice()
    {
        await using var site = await TestSite.StartAsync(_store);

        var trend = await site.JsonAsync("/api/trend?community=one&community=two&from=2023-01-01&until=2023-02-01");

        Assert.Equal("""["one","two"]""", trend.GetProperty("query").GetProperty("communities").GetRawText());
        Assert.Equal(24, trend.GetProperty("buckets")[0].GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("by=decade", 400, "Wrong query", "by 'decade' is unknown; use one of day, week, month, quarter, year.")]
    [InlineData("from=yesterday", 400, "Wrong query", "from 'yesterday' is no day; write year-month-day, for example 2023-01-31.")]
    [InlineData("author=me", 400, "Wrong query", "key 'author' is unknown; use one of measure, by, from, until, source, class, community, target, condition, language, age, weight, compare, details.")]
    [InlineData("from=1900-01-01&by=day", 400, "Wrong query", "from '1900-01-01' until '2023-06-01' makes more than 36525 buckets by day; take a shorter range or a longer bucket.")]
    [InlineData("from=0001-01-01&by=day", 400, "Wrong query", "from '0001-01-01' is out of range; take a day from 1900-01-01 to 2200-01-01.")]
    [InlineData("until=9999-12-31&by=year", 400, "Wrong query", "until '9999-12-31' is out of range; take a day from 1900-01-01 to 2200-01-01.")]
    [InlineData("from=1950-01-01&by=day&compare=community", 400, "Wrong query", "compare 'community' asks for 2 series of 26814 buckets by day, 53628 in all, and this form holds at most 40000; take a shorter range or a longer bucket.")]
    [InlineData("source=usenet", 404, "Not in the store", "source 'usenet' is not in the store; use one of reddit.")]
    [InlineData("community=three", 404, "Not in the store", "community 'three' is not among the stored communities of source 'reddit'; the view trend_month lists them.")]
    public async Task Trend_ExplainsItself_WhenItHasNoAnswer(string query, int status, string title, string detail)
    {
        await using var site = await TestSite.StartAsync(_store);

        Assert.Equal((status, title, detail), await site.ProblemAsync($"/api/trend?{query}"));
        Assert.Equal((status, title, detail), await site.ProblemAsync($"/api/trend.csv?{query}"));
    }

    [Theory]
    [InlineData("svg", 400)]
    [InlineData("png", 400)]
    [InlineData("json", 200)]
    [InlineData("zip", 200)]
    public async Task Trend_HoldsNoMoreThanAFormHasRoomFor(string form, int status)
    {
        await using var site = await TestSite.StartAsync(_store);

        using var fits = await site.GetAsync($"/api/trend.{form}?by=day&from=2001-07-06"); // 8,000 days
        using var many = await site.GetAsync($"/api/trend.{form}?by=day&from=2001-07-05");

        Assert.Equal((200, status), ((int)fits.StatusCode, (int)many.StatusCode));
        if (status == 400)
        {
            Assert.Equal(
                "from and until ask for 8001 buckets by day, and this form holds at most 8000; take a shorter range or a longer bucket.",
                (await site.ProblemAsync($"/api/trend.{form}?by=day&from=2001-07-05")).Detail);
        }
    }

    [Fact]
    public async Task Trend_SaysConflict_WhenNothingWasScored()
    {
        _store.Execute("update scorer set current = 0 where kind = 'stance'");
        await using var site = await TestSite.StartAsync(_store);

        Assert.Equal(
            (409, "Not measured yet", "measure 'net' needs stance scores and the store has none; run `discourselens score` first."),
            await site.ProblemAsync("/api/trend?measure=net"));
    }

    [Fact]
    public async Task Trend_AnswersNotModified_UntilTheStoreChanges()
    {
        await using var site = await TestSite.StartAsync(_store);
        using var first = await site.GetAsync("/api/trend");
        var tag = first.Headers.ETag!.ToString();
        using var again = await site.GetAsync("/api/trend", tag);
        _store.Posts("2023-04-07", 11, _store.Community("new")).RollUp();
        using var changed = await site.GetAsync("/api/trend", tag);

        Assert.StartsWith("W/", tag, StringComparison.Ordinal);
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal([200, 304, 200], new[] { first, again, changed }.Select(answer => (int)answer.StatusCode));
    }

    [Theory]
    [InlineData("", "application/json", null)]
    [InlineData(".json", "application/json", null)]
    [InlineData(".csv", "text/csv; charset=utf-8", "discourselens-sentiment-all-by-month.csv")]
    [InlineData(".parquet", "application/vnd.apache.parquet", "discourselens-sentiment-all-by-month.parquet")]
    [InlineData(".svg", "image/svg+xml", null)]
    [InlineData(".png", "image/png", null)]
    [InlineData(".metadata.json", "application/json", "discourselens-sentiment-all-by-month.metadata.json")]
    [InlineData(".zip", "application/zip", "discourselens-sentiment-all-by-month.zip")]
    public async Task Trend_ComesInEveryForm_AndOnceOnlyWhereItIsTheSame(string suffix, string type, string? file)
    {
        await using var site = await TestSite.StartAsync(_store);
        using var answer = await site.GetAsync($"/api/trend{suffix}?measure=sentiment&compare=community");
        using var again = await site.GetAsync($"/api/trend{suffix}?compare=community&measure=sentiment", answer.Headers.ETag!.ToString());
        using var wrong = await site.GetAsync($"/api/trend{suffix}?measure=joy");

        Assert.Equal((200, 304, 400), ((int)answer.StatusCode, (int)again.StatusCode, (int)wrong.StatusCode));
        Assert.Equal((type, file), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition?.FileName));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => cell.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => cell.GetString()!,
    };
}
