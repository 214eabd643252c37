using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Frozen;

namespace DiscourseLens.Tests.Web;

public sealed class FrozenEndpointsTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly TempFolder _home = new();
    private readonly FrozenFolder _folder;
    private readonly FrozenSnapshot _frozen;

    public FrozenEndpointsTests()
    {
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 12, _store.Community("c")).RollUp();
        _folder = new(_home.File("frozen"));
        _frozen = _folder.Freeze(_store.Database, new());
    }

    public void Dispose()
    {
        _store.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Snapshots_AreListedAndServedForGood()
    {
        await using var site = await StartAsync();
        var listed = (await site.JsonAsync("/api/frozen")).GetProperty("snapshots")[0];

        Assert.Equal((_frozen.Name, _frozen.Hash, true, 8), (listed.GetProperty("name").GetString(), listed.GetProperty("hash").GetString(), listed.GetProperty("intact").GetBoolean(), listed.GetProperty("files").GetArrayLength()));
        Assert.Contains($"<a href=\"/frozen/{_frozen.Name}\">", await site.TextAsync("/frozen"), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/frozen/{_frozen.Name}/data.csv\">data.csv</a>", await site.TextAsync($"/frozen/{_frozen.Name}"), StringComparison.Ordinal);

        using var answer = await site.GetAsync($"/frozen/{_frozen.Name}/data.csv");
        Assert.Equal(_folder.Read(_frozen.Name, "data.csv"), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("text/csv", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.Public));
        using var again = await site.GetAsync($"/frozen/{_frozen.Name}/data.csv", answer.Headers.ETag!.ToString());
        Assert.Equal(304, (int)again.StatusCode);
    }

    [Fact]
    public async Task Snapshots_StayAsTheyWere_WhenTheStoreChanges()
    {
        await using var site = await StartAsync();
        var before = await site.TextAsync($"/frozen/{_frozen.Name}/data.csv");
        _store.Posts("2023-01-06", 12, _store.Community("d")).RollUp();

        Assert.Equal(before, await site.TextAsync($"/frozen/{_frozen.Name}/data.csv"));
    }

    [Fact]
    public async Task Snapshots_AreNotServed_WhenAFileWasChanged()
    {
        await using var site = await StartAsync();
        File.AppendAllText(Path.Combine(_folder.Path, _frozen.Name, "data.csv"), "volume,all\n");

        Assert.Equal(
            (410, "Changed snapshot", $"'{_frozen.Name}' is not what was frozen (data.csv was changed), so it is not served."),
            await site.ProblemAsync($"/frozen/{_frozen.Name}/data.csv"));
        Assert.False((await site.JsonAsync("/api/frozen")).GetProperty("snapshots")[0].GetProperty("intact").GetBoolean());
    }

    [Theory]
    [InlineData("/frozen/nothing")]
    [InlineData("/frozen/nothing/data.csv")]
    [InlineData("/frozen/%2e%2e/lens.db")]
    [InlineData("/frozen/{0}/..%2f..%2fother.txt")]
    [InlineData("/frozen/{0}/other.txt")]
    public async Task Snapshots_ServeTheirOwnFilesOnly(string path)
    {
        await using var site = await StartAsync();
        File.WriteAllText(_home.File("other.txt"), "not for you");
        File.WriteAllText(Path.Combine(_folder.Path, _frozen.Name, "other.txt"), "not for you");

        using var answer = await site.GetAsync(path.Replace("{0}", _frozen.Name, StringComparison.Ordinal));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(_store, services => services.AddSingleton(_folder));
}
