using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Archives;

namespace DiscourseLens.App.Commands;

/// <summary><c>import FILE...</c>: archives into the store, scored and rolled up.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Archives (.zst, .gz, plain NDJSON), comments or submissions, in any order.",
            Arity = ArgumentArity.OneOrMore,
        }.AcceptExistingOnly();
        var covers = new Option<string?>("--covers")
        {
            Description = "What the files cover, as UTC dates with the second not included. Monthly dumps say it by their name.",
            HelpName = "FROM..UNTIL",
        };
        covers.Validators.Add(result =>
        {
            try
            {
                CoverageDeclaration.ParseInterval(result.GetValueOrDefault<string>());
            }
            catch (LensException exception)
            {
                result.AddError(exception.Message);
            }
        });
        var command = new Command("import", "Import archives: discourselens import RS_2024-01.zst RC_2024-01.zst") { files, covers };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(files),
            parsed.GetValue(covers),
            parsed.GetValue(SharedOptions.Database),
            parsed.GetValue(SharedOptions.Json),
            cancellationToken)));
        return command;
    }

    private static int Run(FileInfo[] files, string? covers, string? database, bool json, CancellationToken cancellationToken)
    {
        using var study = Study.OpenToWrite(Settings.Load(database), "import");
        ImportReport report;
        using (var progress = new ConsoleProgress<ImportProgress>(ImportProgressText.Of))
            report = study.Import([.. files.Select(file => file.ToString())], covers, progress, cancellationToken);
        Pipeline.ScoreAndRollUp(study, cancellationToken);
        study.KeepHouse(cancellationToken);
        if (json)
            WriteJson(report);
        else
            WriteText(report);
        if (report.Files.Any(file => file.Error is not null))
            return ExitCode.Failed;
        study.Complete();
        return ExitCode.Done;
    }

    private static void WriteJson(ImportReport report)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, JsonOutput.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (var file in report.Files)
                Write(writer, file);
            writer.WriteEndArray();
            writer.WriteNumber("posts", report.Posts);
            writer.WriteStartArray("importAgain");
            foreach (var late in report.ImportAgain)
                writer.WriteStringValue(late.Name);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, FileReport file)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file.File);
        writer.WriteNumber("read", file.Read);
        writer.WriteNumber("stored", file.Stored);
        writer.WriteNumber("duplicate", file.Duplicate);
        writer.WriteNumber("outOfScope", file.OutOfScope);
        writer.WriteNumber("rejected", file.Rejected);
        writer.WriteNumber("bytes", file.Bytes);
        writer.WriteString("error", file.Error);
        writer.WriteEndObject();
    }

    private static void WriteText(ImportReport report)
    {
        foreach (var file in report.Files)
        {
            Console.WriteLine(file.Error is null
                ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.File)}: {file.Read:N0} read = {file.Stored:N0} stored + {file.Duplicate:N0} duplicate + {file.OutOfScope:N0} out of scope + {file.Rejected:N0} rejected{(file.IsUnchanged ? " (known, not read again)" : "")}")
                : $"{Path.GetFileName(file.File)}: {file.Error}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Posts:N0} posts in the store."));
        foreach (var late in report.ImportAgain)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Import '{late.Name}' again: {late.Threads:N0} threads came into view after it was read, and it may hold comments of theirs."));
        }
    }
}
