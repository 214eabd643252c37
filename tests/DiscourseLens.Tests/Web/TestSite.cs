using System.Text.Json;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Web;

namespace DiscourseLens.Tests.Web;

/// <summary>Page and API over a store, on a free local port.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TestSite(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static async Task<TestSite> StartAsync(StoreBuilder store, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store.Database);
        builder.Services.AddSingleton(new SeriesOptions());
        more?.Invoke(builder.Services);
        builder.AddLensWeb();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapLensWeb();
        app.MapGet("/test/broken", Broken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> HeadAsync(string path) =>
        _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await TextAsync(path)).RootElement;

    public async Task<(int Status, string Title, string Detail)> ProblemAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = JsonDocument.Parse(text).RootElement;
        var detail = problem.TryGetProperty("detail", out var said) ? said.GetString()! : "";
        return ((int)answer.StatusCode, problem.GetProperty("title").GetString()!, detail);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static string Broken() => throw new InvalidOperationException("secret of the machine");
}
