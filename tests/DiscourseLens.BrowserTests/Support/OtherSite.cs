namespace DiscourseLens.BrowserTests.Support;

/// <summary>A site of somebody else, on a free local port, whose one page holds a frame.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherSite(WebApplication app) => _app = app;

    /// <summary>Address without a slash at its end.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>What the frame shows.</summary>
    public string Framed { get; set; } = "about:blank";

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var site = new OtherSite(builder.Build());
        site._app.Urls.Add("http://127.0.0.1:0");
        site._app.MapGet("/", () => Results.Content($"<!doctype html><link rel=\"icon\" href=\"data:,\"><iframe src=\"{site.Framed}\" width=\"700\" height=\"600\"></iframe>", "text/html"));
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
