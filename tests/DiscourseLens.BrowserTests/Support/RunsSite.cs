using DiscourseLens.Tests.Support;
using DiscourseLens.Web;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>The operators' page over a store with one collected source and one that waits for its first run.</summary>
public sealed class RunsSite : IAsyncLifetime
{
    private readonly StoreBuilder _store = new();
    private WebApplication? _app;

    /// <summary>Address without a slash at its end.</summary>
    public string Address => _app!.Urls.Single(); // set before any test runs

    public async ValueTask InitializeAsync()
    {
        LiveRows.Add(_store);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_store.Database);
        builder.Services.AddSingleton<TimeProvider>(new Stopped()).AddSingleton<ICollectionPlan>(new Plan());
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

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => LiveRows.Now;
    }

    private sealed class Plan : ICollectionPlan
    {
        public IReadOnlyList<PlannedSource> Sources { get; } =
        [
            new("hackernews", "HackerNews", LiveRows.Now.AddMinutes(17), null),
            new("reddit", "Reddit", LiveRows.Now.AddMinutes(20), 598.5),
        ];
    }
}
