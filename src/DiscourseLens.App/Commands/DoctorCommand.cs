using System.CommandLine;
using System.Text.Json;
using DiscourseLens.App.Doctor;

namespace DiscourseLens.App.Commands;

/// <summary><c>doctor</c>: looks at settings, study key, store, disk, ledger and sources, and says in a sentence each what to fix. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Test store, settings and each source with one request, and say what to fix: discourselens doctor");
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? path, bool json, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in Examine(path, cancellationToken))
        {
            findings.Add(finding);
            if (!json)
                Console.WriteLine($"{finding.Word,-7}  {finding.Check}: {finding.Text}");
        }

        var isWell = findings.TrueForAll(finding => finding.Level != FindingLevel.Trouble);
        if (json)
        {
            var list = findings.Select(finding => new { level = finding.Word, check = finding.Check, text = finding.Text });
            Console.WriteLine(JsonSerializer.Serialize(new { well = isWell, findings = list }, JsonOutput.Serializer));
        }

        return isWell ? ExitCode.Done : ExitCode.Failed;
    }

    private static async IAsyncEnumerable<Finding> Examine(
        string? path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (Load(path, findings) is not { } settings)
        {
            yield return findings[0];
            yield break;
        }

        var database = StoreCheck.Open(settings.DatabasePath, findings);
        findings.AddRange(KeyCheck.Run(settings, Settings.StudyKeyFile, database));
        findings.Add(StoreCheck.Disk(settings.DatabasePath));
        if (database is not null)
            findings.AddRange(LedgerCheck.Run(database, TimeProvider.System));
        foreach (var finding in findings)
            yield return finding;
        await foreach (var finding in new SourceChecks(settings, database, TimeProvider.System).RunAsync(cancellationToken))
            yield return finding;
    }

    private static Settings? Load(string? path, List<Finding> findings)
    {
        try
        {
            var settings = Settings.Load(path);
            findings.Add(Finding.Ok("settings", "They can be read."));
            return settings;
        }
        catch (LensException exception)
        {
            findings.Add(Finding.Trouble("settings", exception.Message));
            return null;
        }
    }
}
