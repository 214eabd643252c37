using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DiscourseLens.App;

/// <summary>Makes the sources of the settings, each with a client of its own; all share the hosts' paces.</summary>
internal static class SourceComposition
{
    /// <summary>Checks the settings of every enabled source, and registers its client.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="patience">The longest wait that is waited out in place.</param>
    /// <param name="tries">Tries of one request; null for the usual.</param>
    /// <exception cref="LensException">A source's settings or secrets are wrong; the message names key, value and fix.</exception>
    public static IServiceCollection AddSources(this IServiceCollection services, Settings settings, TimeSpan patience, int? tries = null)
    {
        CollectChecks.Check(settings.Collect, settings.Secrets);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostPaces>();
        foreach (var (name, source) in settings.Collect.Enabled)
        {
            var options = Politeness(settings, name, patience, tries);
            services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan) // each answer is timed, not each wait
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .RemoveAllLoggers()
                .ConfigurePrimaryHttpMessageHandler(Connection)
                .AddHttpMessageHandler(() => new UserAgentHandler(options.UserAgent))
                .AddHttpMessageHandler(provider => new PaceHandler(
                    provider.GetRequiredService<HostPaces>(), options, provider.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    /// <summary>The enabled sources.</summary>
    public static IReadOnlyList<ConfiguredSource> MakeSources(this IServiceProvider services, Settings settings, TimeSpan patience, int? tries = null)
    {
        var time = services.GetRequiredService<TimeProvider>();
        return [.. settings.Collect.Enabled.Select(pair => Make(pair.Key, pair.Value))];

        ConfiguredSource Make(string name, SourceOptions source)
        {
            var kind = SourceKinds.Find(source.Kind)!; // checked when the settings were read
            var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
            var client = new SourceClient(http, Politeness(settings, name, patience, tries), time);
            return new(name, kind.Name, source.LegalBasis, TimeSpan.FromDays(source.DepthDays), kind.Make(new(source, settings.Secrets[name], client, time)))
            {
                Tightest = source.TightestMinutes == 0 ? null : TimeSpan.FromMinutes(source.TightestMinutes),
            };
        }
    }

    private static PolitenessOptions Politeness(Settings settings, string name, TimeSpan patience, int? tries)
    {
        var source = settings.Collect.Sources[name];
        return new()
        {
            Source = name,
            UserAgent = settings.Collect.UserAgent,
            Spacing = source.SpacingSeconds == 0 ? SourceKinds.Find(source.Kind)!.Spacing : TimeSpan.FromSeconds(source.SpacingSeconds), // checked when read
            Patience = patience,
            Tries = tries ?? PolitenessOptions.UsualTries,
            Seed = Environment.ProcessId,
        };
    }

    private static SocketsHttpHandler Connection() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        UseCookies = false,
    };
}
