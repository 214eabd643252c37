using System.Globalization;
using System.Runtime.CompilerServices;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Database;
using DiscourseLens.Jobs;

namespace DiscourseLens.App.Doctor;

/// <summary>Every enabled source: its settings, what the ledger knows of it, and one request to it, unless it asked to be left alone.</summary>
/// <param name="settings">The settings.</param>
/// <param name="database">The store; null where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class SourceChecks(Settings settings, LensDatabase? database, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20); // somebody looks on

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sound = new Dictionary<string, SourceOptions>();
        foreach (var (name, source) in settings.Collect.Enabled)
        {
            if (FaultOf(name, source) is { } fault)
                yield return Finding.Trouble($"source {name}", fault);
            else
                sound.Add(name, source);
        }

        if (!settings.Collect.Enabled.Any())
            yield return Finding.Ok("sources", "None is enabled; docs/sources.md says how to set one up.");
        if (sound.Count > 0 && !NamesAContact(settings.Collect.UserAgent))
            yield return Finding.Warning("user agent", $"Collect:UserAgent '{settings.Collect.UserAgent}' says no way to reach you; add an address, for example '(by you@example.org)'.");
        var standings = database is null ? [] : new StandingsReader(database, time).Read().ToDictionary(standing => standing.Name);
        var asked = settings with { Collect = settings.Collect.With(sound) };
        await using var services = new ServiceCollection().AddSources(asked, s_patience, tries: 1).BuildServiceProvider();
        foreach (var source in services.MakeSources(asked, s_patience, tries: 1))
        {
            var standing = standings.GetValueOrDefault(source.Name);
            yield return await AskAsync(source, standing, services.GetRequiredService<HostPaces>(), cancellationToken);
            foreach (var place in standing?.Places.Where(place => place.Unavailable is not null) ?? [])
                yield return Finding.Warning($"source {source.Name}", $"{place.Name} could not be read: {place.Unavailable!.TrimEnd('.')}. It is tried again {(place.Retry is { } retry ? UtcInstant.Text(retry) : "at the next run")}; take it out of the settings if it is gone.");
            yield return Schedule(source.Name, sound[source.Name].Schedule, standing);
        }
    }

    private string? FaultOf(string name, SourceOptions source)
    {
        try
        {
            CollectChecks.Check(name, source, settings.Collect.UserAgent, settings.Secrets[name]);
            return null;
        }
        catch (LensException exception)
        {
            return exception.Message;
        }
    }

    private static async Task<Finding> AskAsync(ConfiguredSource source, SourceStanding? standing, HostPaces paces, CancellationToken cancellationToken)
    {
        var check = $"source {source.Name}";
        if (standing is { NotBefore: { } until, Why: { } why })
            return Finding.Warning(check, $"It is not asked before {UtcInstant.Text(until)}, so it was not asked now: {why}");
        try
        {
            var seen = await source.Source.ProbeAsync(cancellationToken);
            var left = paces.RemainingOf(source.Name) is { } requests ? string.Create(CultureInfo.InvariantCulture, $" It leaves us {requests:0.#} requests in its window.") : "";
            return standing is { IsStopped: true }
                ? Finding.Warning(check, $"{seen} It refused before ({standing.Why}) and answers now: run `discourselens collect {source.Name}`, or start `serve` anew.")
                : Finding.Ok(check, seen + left);
        }
        catch (RateLimitedException exception)
        {
            return Finding.Warning(check, exception.Message);
        }
        catch (SourceException exception)
        {
            return Finding.Trouble(check, exception.Message);
        }
    }

    private Finding Schedule(string name, string schedule, SourceStanding? standing)
    {
        var next = CronSchedule.TryParse(schedule)!.Next(time.GetUtcNow()); // checked
        return Finding.Ok($"source {name}", standing?.Updated is { } last
            ? $"Its schedule runs next at {UtcInstant.Text(next)}, while `serve` runs; its work last changed at {UtcInstant.Text(last)}."
            : $"It was never collected yet; its schedule runs next at {UtcInstant.Text(next)}, while `serve` runs.");
    }

    private static bool NamesAContact(string userAgent) =>
        userAgent.Contains('@', StringComparison.Ordinal) || userAgent.Contains("/u/", StringComparison.Ordinal) || userAgent.Contains("://", StringComparison.Ordinal);
}
