using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Database;

namespace DiscourseLens.App.Commands;

/// <summary><c>restore PATH</c>: a backup in the store's place, without what was purged since.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var backup = new Argument<string>("PATH") { Description = "A backup file." };
        var force = new Option<bool>("--force") { Description = "Replace the store that is there; what came in since the backup is lost." };
        var command = new Command("restore", "Put a backup in the store's place: discourselens restore backups/FILE --force") { backup, force };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = Settings.Load(parsed.GetValue(SharedOptions.Database));
            SampleStudy.Refuse(settings.DatabasePath);
            RestoreReport report;
            using (WriterLock.Take(settings.DatabasePath))
                report = new Restoring(TimeProvider.System).Run(parsed.GetRequiredValue(backup), settings.DatabasePath, parsed.GetValue(force));
            using var study = Study.OpenToWrite(settings, "restore");
            Pipeline.ScoreAndRollUp(study, cancellationToken);
            var clearing = study.KeepHouse(cancellationToken);
            study.Complete();
            Console.WriteLine(parsed.GetValue(SharedOptions.Json)
                ? JsonSerializer.Serialize(new { replayed = report.Replayed, clearing }, JsonOutput.Camel)
                : Text(report));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Text(RestoreReport report) => report.Replayed is { } counts
        ? string.Create(CultureInfo.InvariantCulture, $"Restored. Purged again, since they were purged after the backup: {counts.Items:N0} posts, {counts.Texts:N0} texts, {counts.Authors:N0} author keys.")
        : "Restored. There was no sound store whose purges could be done again: what was purged after this backup was moved away may be back.";
}
