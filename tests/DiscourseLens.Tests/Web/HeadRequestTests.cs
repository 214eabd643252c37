using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Frozen;
using DiscourseLens.Web;

namespace DiscourseLens.Tests.Web;

public sealed class HeadRequestTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly TempFolder _home = new();

    public void Dispose()
    {
        _store.Dispose();
        _home.Dispose();
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/js/main.js", 200)]
    [InlineData("/api/trend", 200)]
    [InlineData("/api/trend.csv?by=week", 200)]
    [InlineData("/api/trend.png", 200)]
    [InlineData("/api/trend?by=decade", 400)]
    [InlineData("/api/options", 200)]
    [InlineData("/api/coverage", 200)]
    [InlineData("/api/runs", 200)]
    [InlineData("/api/frozen", 200)]
    [InlineData("/openapi", 200)]
    [InlineData("/problems/wrong-query", 200)]
    [InlineData("/frozen/{0}/data.csv", 200)]
    [InlineData("/nowhere", 404)]
    public async Task Head_TellsWhatGetTells_WithoutTheBody(string path, int status)
    {
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 12, _store.Community("c")).RollUp();
        var folder = new FrozenFolder(_home.File("frozen"));
        path = path.Replace("{0}", folder.Freeze(_store.Database, new()).Name, StringComparison.Ordinal);
        await using var site = await TestSite.StartAsync(_store, services => services.AddSingleton(folder));

        using var got = await site.GetAsync(path);
        using var told = await site.HeadAsync(path);

        Assert.Equal((status, status), ((int)got.StatusCode, (int)told.StatusCode));
        Assert.Equal(
            (got.Content.Headers.ContentType?.ToString(), got.Headers.ETag?.ToString(), got.Headers.CacheControl?.ToString()),
            (told.Content.Headers.ContentType?.ToString(), told.Headers.ETag?.ToString(), told.Headers.CacheControl?.ToString()));
        Assert.Empty(await told.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Head_IsRefused_WhereGetIs()
    {
        await using var site = await TestSite.StartAsync(_store, services => services.AddSingleton(new RateOptions(1)));

        Assert.Equal(200, (int)(await site.HeadAsync("/api/options")).StatusCode);
        Assert.Equal(429, (int)(await site.HeadAsync("/api/options")).StatusCode);
    }
}
