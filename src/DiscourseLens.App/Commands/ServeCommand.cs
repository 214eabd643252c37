using System.CommandLine;
using System.Text.Json;
using DiscourseLens.App.Health;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Jobs;
using DiscourseLens.Trends.Frozen;
using DiscourseLens.Web;

namespace DiscourseLens.App.Commands;

/// <summary><c>serve</c>: jobs, dashboard and health in one process, until it is told to stop. What a call without a command does.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> s_urls = new("--urls")
    {
        Description = "Where to listen, several separated by semicolons. Others than localhost let other machines in.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    // One worker writes the store: while it waited for a source, imports and scoring would wait too.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static Command Create() => With(new Command("serve", "Collect, score and show, until stopped: discourselens serve"));

    /// <summary>Makes a command one that serves.</summary>
    public static T With<T>(T command) where T : Command
    {
        command.Options.Add(s_urls);
        command.SetAction((parsed, _) => Run(
            parsed.GetRequiredValue(s_urls), parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json)));
        return command;
    }

    /// <summary>Whether a command line serves.</summary>
    public static bool Serves(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: "serve" };

    private static async Task<int> Run(string urls, string? database, bool json)
    {
        var addresses = ListenAddresses.Parse(urls);
        var settings = Settings.Load(database);
        if (SampleStudy.IsWanted(settings))
            settings = SampleStudy.Open(settings, CancellationToken.None);
        using var study = Study.OpenToWrite(settings, "serve");
        await using var app = Build(study, settings, addresses);
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception)
        {
            throw new LensException($"Cannot listen on {urls}: {exception.Message} Name another address with --urls.", exception);
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { urls = app.Urls })
            : $"DiscourseLens runs at {string.Join(" and ", app.Urls)}; its jobs at /hangfire. Ctrl-C stops it.");
        await app.WaitForShutdownAsync();
        study.Complete();
        study.Database.FoldIn();
        return ExitCode.Done;
    }

    private static WebApplication Build(Study study, Settings settings, ListenAddresses addresses)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(addresses.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Configuration["AllowedHosts"] = addresses.AllowedHosts;
        ServeLogging.Configure(builder.Logging);
        AddStudy(builder.Services, study, settings);
        settings.Telemetry.Add(builder.Services);
        builder.AddLensJobs();
        builder.AddLensHealth();
        builder.AddLensWeb();
        var app = builder.Build();
        app.MapLensWeb();
        app.MapLensHealth();
        app.MapLensJobs();
        return app;
    }

    private static void AddStudy(IServiceCollection services, Study study, Settings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(study.Database);
        services.AddSingleton(settings.SeriesOptions);
        services.AddSingleton(new FrozenFolder(settings.FrozenPath));
        services.AddSingleton(new EmbedOptions(settings.Page.EmbedHosts));
        services.AddSingleton(new RateOptions(settings.Page.RequestsPerMinute));
        services.AddSources(settings, s_patience);
        services.AddSingleton<ICollectionPlan>(provider => new CollectionPlan(
            settings, provider.GetRequiredService<HostPaces>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new LensStages(study.MakeCollector, study.MakeScoring, study.MakeRollup)
        {
            Live = study.MakeLive,
            Revisits = study.MakeRevisits,
            RevisitOptions = settings.Collect.Revisits.Options,
            Retention = study.MakeRetention,
            Clearing = study.MakeClearing,
            TextDays = settings.Study.Retention.TextDays,
            Sources = provider.MakeSources(settings, s_patience),
        });
        services.AddSingleton(new LensJobsOptions(
            Path.GetFullPath(settings.Inbox.Path), settings.IsSample ? LensJobsOptions.NoInbox : settings.Inbox.ScanSeconds)
        {
            Sources = settings.Collect.Enabled.ToDictionary(pair => pair.Key, pair => pair.Value.Schedule),
        });
    }
}
