using System.Text.Json;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Series;
using DiscourseLens.Tests.Docs;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Web;

namespace DiscourseLens.Tests.Web;

public sealed class ApiTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Description_TellsEveryEndpointKeyAndRefusal()
    {
        await using var site = await TestSite.StartAsync(_store);

        var description = await site.JsonAsync("/openapi");

        Assert.StartsWith("3.1.", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value.GetProperty("get"));
        Assert.Superset(
            new HashSet<string>
            {
                "/api/trend", "/api/trend.json", "/api/trend.csv", "/api/trend.parquet", "/api/trend.svg", "/api/trend.png", "/api/trend.metadata.json",
                "/api/trend.zip", "/api/change", "/api/decompose", "/api/events", "/api/coverage", "/api/coverage.json", "/api/definition", "/api/definition.json", "/api/options",
                "/api/frozen", "/frozen/{name}/{file}", "/problems/{name}",
            },
            paths.Keys.ToHashSet());
        Assert.All(paths, path =>
        {
            Assert.False(string.IsNullOrWhiteSpace(path.Value.GetProperty("summary").GetString()), path.Key);
            Assert.NotEmpty(path.Value.GetProperty("tags").EnumerateArray());
        });
        var trend = paths["/api/trend.svg"];
        Assert.Equal(
            ["measure", "by", "from", "until", "source", "class", "community", "target", "condition", "language", "age", "weight", "compare", "details"],
            trend.GetProperty("parameters").EnumerateArray().Select(key => key.GetProperty("name").GetString()));
        Assert.Equal(["200", "304", "400", "404", "409", "429", "503"], trend.GetProperty("responses").EnumerateObject().Select(answer => answer.Name));
        Assert.Equal(["image/svg+xml"], trend.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name));
        Assert.Contains("\"sentiment\"", trend.GetProperty("parameters")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_NamesTheKeysThatAreRead_AndNoOther()
    {
        await using var site = await TestSite.StartAsync(_store);
        var described = (await site.JsonAsync("/openapi")).GetProperty("paths").GetProperty("/api/trend").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Select(key => key.GetProperty("name").GetString()!).ToList();

        var refusal = Assert.Throws<TrendException>(() => TrendQuery.FromUrl("no=1")).Message;

        Assert.EndsWith($"use one of {string.Join(", ", described)}.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/change", "a", "b", "at", "event", "points", "measure", "source", "class", "community", "target", "by", "from", "until", "condition", "language", "age", "weight")]
    [InlineData("/api/decompose", "a", "b", "measure", "source", "class", "community", "target")]
    [InlineData("/api/coverage.json", "source", "community", "from", "until")]
    public async Task Description_NamesTheKeysOfEachPath(string path, params string[] keys)
    {
        await using var site = await TestSite.StartAsync(_store);

        var described = (await site.JsonAsync("/openapi")).GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters");

        Assert.Equal(keys, described.EnumerateArray().Select(key => key.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/api/frozen", "200 429", "application/json")]
    [InlineData("/frozen/{name}/{file}", "200 304 404 410", "text/csv application/json text/plain")]
    public async Task Description_TellsWhatFrozenPathsAnswer(string path, string statuses, string types)
    {
        await using var site = await TestSite.StartAsync(_store);

        var answers = (await site.JsonAsync("/openapi")).GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses");

        Assert.Equal(statuses, string.Join(' ', answers.EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(types, string.Join(' ', answers.GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name)));
    }

    [Theory]
    [InlineData("/api/options?measure=volume", "key 'measure' is unknown; ask without any.")]
    [InlineData("/api/definition?author=me", "key 'author' is unknown; ask without any.")]
    [InlineData("/api/definition.json?author=", "key 'author' is unknown; ask without any.")]
    [InlineData("/api/coverage.json?author=me", "key 'author' is unknown; use one of source, community, from, until.")]
    [InlineData("/api/coverage?source=all", "source 'all' has no calendar; name one source, which `sources` in the answer without it lists. /api/trend tells the coverage of sources together.")]
    public async Task Keys_ThatWouldBePassedOver_AreRefused(string path, string detail)
    {
        await using var site = await TestSite.StartAsync(_store);

        Assert.Equal((400, "Wrong query", detail), await site.ProblemAsync(path));
    }

    [Theory]
    [InlineData("/api/coverage")]
    [InlineData("/api/definition")]
    public async Task Suffix_ChoosesTheSameAnswer(string path)
    {
        _store.Covers("2023-01-01", "2023-02-01").RollUp();
        await using var site = await TestSite.StartAsync(_store);

        Assert.Equal(await site.TextAsync(path), await site.TextAsync(path + ".json"));
    }

    [Theory]
    [InlineData("/api/trend?by=decade", "/problems/wrong-query", 400)]
    [InlineData("/api/trend?community=nowhere", "/problems/unknown-name", 404)]
    [InlineData("/api/trend.svg?measure=net", "/problems/not-measured", 409)]
    public async Task Problem_HasATypeThatLeadsToItsMeaning(string path, string type, int status)
    {
        _store.Execute("update scorer set current = 0 where kind = 'stance'");
        _store.RollUp();
        await using var site = await TestSite.StartAsync(_store);

        using var answer = await site.GetAsync(path);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((status, type), ((int)answer.StatusCode, problem.GetProperty("type").GetString()));
        Assert.Contains($"({status})", await site.TextAsync(type), StringComparison.Ordinal);
        Assert.Contains($"| `{type}` | {status} |", Documents.Read("docs/api.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_AnswersTooManyRequests_AndSaysWhenToComeBack()
    {
        await using var site = await TestSite.StartAsync(_store, services => services.AddSingleton(new RateOptions(3)));
        for (var request = 0; request < 3; request++)
            Assert.Equal(200, (int)(await site.GetAsync("/api/options")).StatusCode);

        using var refused = await site.GetAsync("/api/trend");
        using var page = await site.GetAsync("/");

        Assert.Equal((429, 200), ((int)refused.StatusCode, (int)page.StatusCode));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("/problems/too-many-requests", problem.GetProperty("type").GetString());
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Definition_TellsMeasuresLimitsScorersAndCodebook()
    {
        _store.Covers("2023-01-01", "2023-02-01").RollUp();
        await using var site = await TestSite.StartAsync(_store);

        var definition = await site.JsonAsync("/api/definition");

        Assert.Equal(
            Enum.GetNames<Measure>().Select(name => name.ToLowerInvariant()),
            definition.GetProperty("measures").EnumerateArray().Select(measure => measure.GetProperty("name").GetString()));
        Assert.All(definition.GetProperty("measures").EnumerateArray().Skip(3), measure =>
            Assert.Equal("uncorrected: not for publication", measure.GetProperty("mark").GetString()));
        Assert.Equal("""{"relevance":"cascade/1/01234567","sentiment":"vader/1/01234567","stance":"linear/1/01234567"}""", definition.GetProperty("scorers").GetRawText());
        Assert.Equal("""{"min_posts":10,"min_authors":5}""", definition.GetProperty("suppression").GetRawText());
        Assert.Equal("2030-01-01T00:00:00Z", definition.GetProperty("as_of").GetString());
        Assert.Equal(StanceCodebook.Version, definition.GetProperty("codebook").GetString());
        Assert.Contains($"({StanceCodebook.Version})", Documents.Read("docs/codebook.md").Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/options")]
    [InlineData("/api/definition")]
    [InlineData("/api/events")]
    public async Task Answers_AreSentOnce_UntilTheyChange(string path)
    {
        await using var site = await TestSite.StartAsync(_store);
        using var first = await site.GetAsync(path);

        using var again = await site.GetAsync(path, first.Headers.ETag!.ToString());

        Assert.Equal((200, 304), ((int)first.StatusCode, (int)again.StatusCode));
    }
}
