using DiscourseLens.Trends.Frozen;
using DiscourseLens.Web.Api;
using DiscourseLens.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DiscourseLens.Web;

/// <summary>Adds the trend page and its API to a host.</summary>
public static class LensWebExtensions
{
    /// <summary>
    /// Registers what page and API need. The host registers <see cref="Database.LensDatabase"/> and
    /// <see cref="Series.SeriesOptions"/> as singletons, <see cref="EmbedOptions"/> where somebody may frame the chart, <see cref="RateOptions"/> for another
    /// limit, an <see cref="ICollectionPlan"/> where it collects, and a <see cref="FrozenFolder"/> where snapshots lie elsewhere than in <c>data/frozen</c>.
    /// </summary>
    public static WebApplicationBuilder AddLensWeb(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PageAssets.Find(builder);
        Transfer.Configure(builder);
        ApiServices.Add(builder.Services);
        RateLimits.Add(builder.Services);
        builder.Services.TryAddSingleton(new EmbedOptions([]));
        builder.Services.TryAddSingleton(new FrozenFolder("data/frozen"));
        return builder;
    }

    /// <summary>
    /// Maps <c>/</c>, <c>/embed</c>, <c>/runs</c>, <c>/frozen</c>, <c>/api</c>, <c>/openapi</c> and <c>/problems</c>. Call it before any other middleware:
    /// headers and problem details then hold for all of it.
    /// </summary>
    public static WebApplication MapLensWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.Use(PageAssets.ServePages);
        app.UseRoutingWithHead(); // after the path of the page is known
        app.UseRateLimiter();
        app.MapStaticAssets();
        app.MapFrozen();
        var api = app.MapGroup("").AddEndpointFilter<TroubleFilter>();
        api.MapTrends();
        api.MapChanges();
        api.MapEvents();
        api.MapOptions();
        api.MapRuns();
        api.MapCoverage();
        api.MapDefinition();
        app.MapProblems();
        app.MapDescription();
        return app;
    }
}
