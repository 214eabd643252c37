using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Revisiting;

namespace DiscourseLens.App.Commands;

/// <summary><c>recheck [SOURCE]</c>: looks at posts that are due again, now and in the foreground, by the code the jobs run.</summary>
internal static class RecheckCommand
{
    public static Command Create()
    {
        var source = SourceChoice.Argument();
        var command = new Command("recheck", "Look for deletions, removals and edits of stored posts: discourselens recheck reddit") { source };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Settings.Load(parsed.GetValue(SharedOptions.Database)), parsed.GetValue(source), parsed.GetValue(SharedOptions.Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, string? name, bool json, CancellationToken cancellationToken)
    {
        settings.RequireStore();
        await using var services = SourceChoice.Connect(settings);
        var sources = SourceChoice.Of(settings, services, name);
        using var study = Study.OpenToWrite(settings, "recheck");
        var outcomes = new List<Outcome>();
        foreach (var source in sources)
            outcomes.Add(await RunAsync(study, source, settings.Collect.Revisits.Options, cancellationToken));
        Pipeline.ScoreAndRollUp(study, cancellationToken);
        study.KeepHouse(cancellationToken);
        foreach (var outcome in outcomes)
            Console.WriteLine(json ? JsonSerializer.Serialize(outcome, JsonOutput.Camel) : Text(outcome));
        if (outcomes.Any(outcome => outcome.Trouble is not null))
            return ExitCode.Failed;
        study.Complete();
        return ExitCode.Done;
    }

    private static async Task<Outcome> RunAsync(Study study, ConfiguredSource source, RevisitOptions options, CancellationToken cancellationToken)
    {
        var run = study.MakeRevisits();
        using var progress = new ConsoleProgress<long>((asked, _) => string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {asked:N0} posts looked at again"));
        try
        {
            var report = await run.RunAsync(source, options, progress, cancellationToken);
            return new(source.Name, report.Counts, run.StatusOf(source.Source.Origin), report.Why);
        }
        catch (SourceException exception)
        {
            return new(source.Name, RevisitCounts.None, run.StatusOf(source.Source.Origin), exception.Message);
        }
    }

    private static string Text(Outcome outcome) => string.Create(CultureInfo.InvariantCulture,
        $"{outcome.Source}: {outcome.Counts.Asked:N0} looked at again, {outcome.Counts.Deleted:N0} deleted by their authors, {outcome.Counts.Removed:N0} removed, {outcome.Counts.Absent:N0} gone without a word. Of {outcome.Status.Posts:N0} posts {outcome.Status.Unchecked:N0} were never looked at again; the longest wait is {outcome.Status.Oldest?.TotalDays ?? 0:0.#} days.{(outcome.Trouble is null ? "" : $" {outcome.Trouble}")}");

    private sealed record Outcome(string Source, RevisitCounts Counts, RevisitStatus Status, string? Trouble);
}
