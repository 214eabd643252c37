using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;

namespace DiscourseLens.App.Commands;

/// <summary><c>collect [SOURCE]</c>: what is due from configured sources, now and in the foreground, by the code the jobs run.</summary>
internal static class CollectCommand
{
    public static Command Create()
    {
        var source = SourceChoice.Argument();
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Read again from this UTC day or instant on (default: go on where the last run stopped).",
            HelpName = "WHEN",
            CustomParser = result => Instant.Parse(result.Tokens[0].Value, result.AddError),
        };
        var dry = new Option<bool>("--dry-run") { Description = "Read the first pages of what is due and say what would be stored; write nothing." };
        var command = new Command("collect", "Collect what is due, now: discourselens collect hackernews") { source, since, dry };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = Settings.Load(parsed.GetValue(SharedOptions.Database));
            var options = new CollectOptions { Since = parsed.GetValue(since) };
            var json = parsed.GetValue(SharedOptions.Json);
            return parsed.GetValue(dry)
                ? DryAsync(settings, parsed.GetValue(source), options, json, cancellationToken)
                : RunAsync(settings, parsed.GetValue(source), options, json, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, string? name, CollectOptions options, bool json, CancellationToken cancellationToken)
    {
        await using var services = SourceChoice.Connect(settings);
        var sources = SourceChoice.Of(settings, services, name);
        using var study = Study.OpenToWrite(settings, "collect");
        var ledger = new WorkLedger(study.Database, TimeProvider.System, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-collect"));
        ledger.RecoverForeign();
        var outcomes = new List<CollectOutcome>();
        foreach (var source in sources)
            outcomes.Add(await new ForegroundCollection(study, ledger).RunAsync(source, options, cancellationToken));
        Pipeline.ScoreAndRollUp(study, cancellationToken);
        study.KeepHouse(cancellationToken);
        Write(outcomes, json);
        if (outcomes.Any(outcome => outcome.Trouble is not null))
            return ExitCode.Failed;
        study.Complete();
        return ExitCode.Done;
    }

    private static async Task<int> DryAsync(Settings settings, string? name, CollectOptions options, bool json, CancellationToken cancellationToken)
    {
        await using var services = SourceChoice.Connect(settings);
        var database = File.Exists(settings.DatabasePath) ? LensDatabase.OpenExisting(settings.DatabasePath) : null;
        var run = new LiveDryRun(Study.ScopeOf(settings, Study.ScorersOf(settings)), TimeProvider.System);
        foreach (var source in SourceChoice.Of(settings, services, name))
        {
            var places = await run.RunAsync(database, source, options, cancellationToken);
            foreach (var place in places)
                Console.WriteLine(json ? JsonSerializer.Serialize(new { source = source.Name, place }, JsonOutput.Serializer) : Text(source.Name, place));
        }

        return ExitCode.Done;
    }

    private static void Write(List<CollectOutcome> outcomes, bool json)
    {
        foreach (var outcome in outcomes)
            Console.WriteLine(json ? JsonSerializer.Serialize(outcome, JsonOutput.Serializer) : outcome.ToText());
    }

    private static string Text(string source, DryPlace place) => string.Create(CultureInfo.InvariantCulture,
        $"{source}, {place.Place}: from {UtcInstant.Text(place.From)} until {UtcInstant.Text(place.Until)}, {place.Shown:N0} posts{(place.IsWhole ? "" : " on the first pages")}, {place.InScope:N0} of them would be stored.");
}
