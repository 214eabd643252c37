using System.Globalization;
using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Database;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DiscourseLens.Jobs;

/// <summary>Puts the jobs into a program that has registered the store, <see cref="LensStages"/> and <see cref="LensJobsOptions"/>.</summary>
public static class LensJobsExtensions
{
    private const string Dashboard = "/hangfire";

    // Hangfire's pages set styles in place; its scripts are files of its own.
    private const string DashboardPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Adds ledger, inbox, jobs and the Hangfire server.</summary>
    public static WebApplicationBuilder AddLensJobs(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new WorkLedger(
            services.GetRequiredService<LensDatabase>(), services.GetRequiredService<TimeProvider>(), NewOwner()));
        builder.Services.AddSingleton(services => new InboxFolder(
            services.GetRequiredService<LensJobsOptions>().InboxPath, services.GetRequiredService<LensDatabase>(),
            services.GetRequiredService<WorkLedger>()));
        builder.Services.AddSingleton<Dispatcher>();
        builder.Services.AddSingleton<WorkRun>();
        builder.Services.AddSingleton<EarlyCollections>();
        builder.Services.AddHostedService<JobsStart>();
        builder.Services.AddHostedService<LedgerGauges>();
        builder.Services.AddHealthChecks().AddCheck<WorkerHealth>("worker").AddCheck<BacklogHealth>("backlog");
        AddHangfire(builder.Services);
        return builder;
    }

    /// <summary>Maps the dashboard at <c>/hangfire</c>, for requests of this machine only.</summary>
    public static WebApplication MapLensJobs(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(Dashboard, StringComparison.OrdinalIgnoreCase))
                http.Response.Headers.ContentSecurityPolicy = DashboardPolicy;
            return next(http);
        });
        app.UseHangfireDashboard(Dashboard, new DashboardOptions
        {
            Authorization = [new LocalDashboard()],
            DashboardTitle = "DiscourseLens jobs",
            DisplayStorageConnectionString = false,
            IgnoreAntiforgeryToken = true, // LocalDashboard compares the origin
        });
        return app;
    }

    private static void AddHangfire(IServiceCollection services)
    {
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) }));
        services.AddHangfireServer(server =>
        {
            server.Queues = [Schedule.Queue];
            server.WorkerCount = 1; // one writer
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
        });
    }

    private static string NewOwner() =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
}
