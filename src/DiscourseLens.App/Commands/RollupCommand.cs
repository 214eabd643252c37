using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.App.Commands;

/// <summary><c>rollup</c>: brings the daily sums up to date, or makes them all again.</summary>
internal static class RollupCommand
{
    public static Command Create()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Make every row again; the result is the same." };
        var command = new Command("rollup", "Bring the series up to date: discourselens rollup --rebuild") { rebuild };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetValue(rebuild), parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json),
            cancellationToken)));
        return command;
    }

    private static int Run(bool rebuild, string? database, bool json, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        settings.RequireStore();
        using var study = Study.OpenToWrite(settings, "rollup");
        var report = study.RollUp(rebuild, cancellationToken);
        study.Complete();
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { days = report.Days, buckets = report.Buckets }));
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Days:N0} days rolled up into {report.Buckets:N0} buckets."));
        return ExitCode.Done;
    }
}
