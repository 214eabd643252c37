using DiscourseLens.Series;
using DiscourseLens.Web;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>The page on a free local port, over a small invented store.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly InventedStore _store = new();
    private readonly EmbedOptions _embed;
    private WebApplication? _app;

    public Site()
        : this([])
    {
    }

    /// <summary>A site whose chart may be framed by these origins.</summary>
    internal Site(IReadOnlyList<string> embedHosts) => _embed = new EmbedOptions(embedHosts);

    /// <summary>Address without a slash at its end.</summary>
    public string Address => _app!.Urls.Single(); // set before any test runs

    internal InventedStore Store => _store;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_store.Database);
        builder.Services.AddSingleton(new SeriesOptions());
        builder.Services.AddSingleton(_embed);
        builder.AddLensWeb();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapLensWeb();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _store.Dispose();
    }
}
