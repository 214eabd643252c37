using System.Text.Json;
using System.Text.Json.Nodes;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Tests.Web;

/// <summary>What the API's description says of answers, against answers.</summary>
public sealed class ApiShapeTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    // Two years with a missing month, a small one, an event with a near one, a step, and an earlier scorer version.
    public ApiShapeTests()
    {
        new EventCatalog(_store.Database).Load([]);
        var c = _store.Community("c", "therapy");
        _store.Covers("2022-01-01", "2022-05-01").Covers("2022-06-01", "2024-01-01");
        for (var month = 0; month < 24; month++)
        {
            var day = new DateOnly(2022, 1, 5).AddMonths(month).ToString("O");
            for (var author = 1; author <= (month == 7 ? 3 : 14); author++)
                _store.Post(day, c, month % 4 + author, author % 5 * 0.05 + (month >= 18 ? 0.4 : 0), author % 2 == 0 ? "FAVOR" : "AGAINST", "mdma", terms: author % 3 == 0 ? [] : ["ptsd"]);
        }

        _store.Reads("2023-01-05", 500, c).RollUp();
        _store.Execute("update scorer set current = 0 where kind = 'sentiment'");
        var later = _store.Scorer("sentiment", "later");
        _store.Execute(
            "insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound) select item_id, @later, target, negative, neutral, positive, compound from sentiment_score",
            new { later });
        _store.Execute("insert or ignore into dirty_day (source_id, day_ms) select distinct source_id, created_ms / 86400000 * 86400000 from item");
        _store.RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("/api/trend", "measure=sentiment&details=true")]
    [InlineData("/api/trend", "measure=volume&condition=ptsd&by=quarter")]
    [InlineData("/api/trend.json", "measure=net&from=2023-01-01&until=2023-07-01")]
    [InlineData("/api/trend", "measure=sentiment&compare=target")]
    [InlineData("/api/change", "measure=sentiment&a=2022-06-01..2023-01-01&b=2023-07-01..2024-01-01")]
    [InlineData("/api/change", "measure=volume&a=2022-08-01..2022-08-20&b=2023-07-01..2024-01-01")]
    [InlineData("/api/change", "measure=sentiment&event=australia-in-force")]
    [InlineData("/api/change", "measure=volume&at=2023-03-10")]
    [InlineData("/api/change.json", "measure=sentiment&points=true")]
    [InlineData("/api/decompose", "measure=sentiment&a=2022-06-01..2023-01-01&b=2023-07-01..2024-01-01")]
    [InlineData("/api/events", "")]
    [InlineData("/api/events.json", "from=2023-01-01&until=2024-01-01&target=mdma")]
    [InlineData("/api/coverage", "")]
    [InlineData("/api/definition", "")]
    [InlineData("/api/options", "")]
    public async Task Answer_HasTheMembersThatAreDescribed(string path, string query)
    {
        await using var site = await TestSite.StartAsync(_store);
        var shape = DescribedShape.Of(await site.JsonAsync("/openapi"), path);

        Assert.Empty(shape.Faults(await site.JsonAsync($"{path}?{query}")));
    }

    [Fact]
    public async Task Answers_HoldWhatIsRare_SoThatItIsLaidAgainstTheShape()
    {
        await using var site = await TestSite.StartAsync(_store);

        var change = await site.JsonAsync("/api/change?measure=sentiment&a=2022-06-01..2023-01-01&b=2023-07-01..2024-01-01");
        var tested = await site.JsonAsync("/api/change?measure=sentiment&event=australia-in-force");

        Assert.Equal((1, JsonValueKind.Object), (change.GetProperty("breaks").GetArrayLength(), change.GetProperty("decomposition").GetProperty("within").ValueKind));
        Assert.NotEqual(0, tested.GetProperty("near").GetArrayLength());
        Assert.Contains("\"<10\"", await site.TextAsync("/api/trend?measure=sentiment"), StringComparison.Ordinal);
        Assert.NotEqual(0, (await site.JsonAsync("/api/change?measure=sentiment&points=true")).GetProperty("shifts").GetArrayLength());
    }

    [Fact]
    public async Task Shape_IsToldApart_WhenAMemberIsUnknownLacksOrIsOfAnotherKind()
    {
        await using var site = await TestSite.StartAsync(_store);
        var shape = DescribedShape.Of(await site.JsonAsync("/openapi"), "/api/trend");
        var answer = JsonNode.Parse(await site.TextAsync("/api/trend?measure=sentiment&from=2023-01-01&until=2023-02-01"))!;
        IEnumerable<string> Faults() => shape.Faults(JsonSerializer.SerializeToElement(answer));
        Assert.Empty(Faults());

        var bucket = answer["buckets"]![0]!.AsObject();
        bucket["posts"] = 3;
        bucket["coverage"] = "all";
        bucket.Remove("state");

        Assert.Equal(["/buckets/0/coverage is string, described as number|integer", "/buckets/0/posts is not named", "/buckets/0/state lacks"], Faults().Order(StringComparer.Ordinal));
    }
}
