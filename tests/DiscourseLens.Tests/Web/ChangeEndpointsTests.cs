using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Web;

public sealed class ChangeEndpointsTests : IDisposable
{
    private const string Halves = "a=2023-01-01..2023-02-01&b=2023-02-01..2023-03-01";
    private readonly StoreBuilder _store = new();

    public ChangeEndpointsTests()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01").Reads("2023-01-05", 300, c).Reads("2023-02-05", 300, c);
        for (var author = 1; author <= 30; author++)
        {
            if (author <= 20)
                _store.Post("2023-01-05", c, author, author % 2 * 0.1, target: author <= 3 ? "lsd" : "all");
            if (author > 10)
                _store.Post("2023-02-05", c, author, 0.5 + author % 2 * 0.1, target: author > 15 ? "lsd" : "all");
        }

        _store.RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Change_TellsBothSidesTheDifferenceAndItsParts()
    {
        await using var site = await TestSite.StartAsync(_store);

        var change = await site.JsonAsync($"/api/change.json?measure=sentiment&{Halves}");
        var parts = (await site.JsonAsync($"/api/decompose.json?measure=sentiment&{Halves}")).GetProperty("decomposition");

        Assert.Equal(0.5, change.GetProperty("difference").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(
            ["state", "coverage", "days", "compared_days", "n", "authors", "value", "low", "high", "author_mean", "effective_authors",
                "top_author_share", "top_10_authors_share", "leave_one_author_out"],
            change.GetProperty("a").EnumerateObject().Select(cell => cell.Name));
        Assert.Contains(" rose from ", change.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(change.GetProperty("decomposition").GetRawText(), parts.GetRawText());
        var sum = new[] { "within", "between", "entry", "exit" }.Sum(name => parts.GetProperty(name).GetProperty("value").GetDouble());
        Assert.Equal(parts.GetProperty("total").GetDouble(), sum, 1e-12);
    }

    [Fact]
    public async Task Change_HidesASmallSide()
    {
        await using var site = await TestSite.StartAsync(_store);

        var text = await site.TextAsync($"/api/change?target=lsd&{Halves}");

        Assert.Contains("\"n\":\"<10\",\"authors\":\"<5\",\"value\":null,\"low\":null,\"high\":null", text, StringComparison.Ordinal);
        Assert.Contains("\"difference\":null", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/decompose?", "measure 'volume' is no mean over authors, so its change has no such parts; use measure=sentiment.")]
    [InlineData("/api/change?measure=favor&", "measure 'favor' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.")]
    [InlineData("/api/change?author=me&", "key 'author' is unknown; use one of a, b, measure, source, class, community, target.")]
    public async Task Change_ExplainsItself_WhenItHasNoAnswer(string path, string detail)
    {
        await using var site = await TestSite.StartAsync(_store);

        Assert.Equal((400, "Wrong query", detail), await site.ProblemAsync(path + Halves));
    }
}
