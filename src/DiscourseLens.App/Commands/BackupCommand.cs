using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Database;

namespace DiscourseLens.App.Commands;

/// <summary><c>backup PATH</c>: a consistent copy of the store, which later purges reach.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("PATH") { Description = "A folder; made when absent." };
        var command = new Command("backup", "Copy the store into a folder: discourselens backup backups") { folder };
        command.SetAction(parsed =>
        {
            var settings = Settings.Load(parsed.GetValue(SharedOptions.Database));
            var database = LensDatabase.OpenExisting(settings.DatabasePath); // beside `serve` too: it only enters the copy into the register
            var report = new Backups(database, TimeProvider.System).Make(parsed.GetRequiredValue(folder));
            Console.WriteLine(parsed.GetValue(SharedOptions.Json)
                ? JsonSerializer.Serialize(new { path = report.Path, bytes = report.Bytes }, JsonOutput.Serializer)
                : string.Create(CultureInfo.InvariantCulture, $"{report.Path}: {report.Bytes:N0} bytes. Leave it there: purges clean it as long as it is found."));
            return ExitCode.Done;
        });
        return command;
    }
}
