using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Relevance.Training;

namespace DiscourseLens.App.Commands;

/// <summary><c>train relevance</c>: trains the model that the relevance gate weighs with.</summary>
internal static class TrainRelevanceCommand
{
    private const int FeatureCount = 40;

    public static Command Create()
    {
        var seeds = Folder("--seeds", "Folder of seed texts.", "seeds");
        var boundary = Folder("--boundary", "Folder of seed texts written where the rules go wrong; they count more.", "seeds", "relevance");
        var output = new Option<string>("--out") { Description = "Where the model goes.", HelpName = "FILE", DefaultValueFactory = _ => "relevance.model" };
        var features = new Option<bool>("--artefacts") { Description = "List what weighs most." };
        var command = new Command("relevance", "The relevance gate's model: discourselens train relevance") { seeds, boundary, output, features };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            RunOf(parsed.GetRequiredValue(seeds), parsed.GetRequiredValue(boundary)), parsed.GetRequiredValue(output), parsed.GetValue(features),
            parsed.GetValue(SharedOptions.Json), cancellationToken)));
        return command;
    }

    private static Option<string> Folder(string name, string description, params string[] place) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine([AppContext.BaseDirectory, .. place]),
    };

    private static RelevanceTrainingRun RunOf(string seeds, string boundary)
    {
        var run = new RelevanceTrainingRun(new TermReader(TermLexicon.LoadShipped()));
        run.AddSeeds(seeds);
        run.AddBoundarySeeds(boundary);
        return run;
    }

    private static int Run(RelevanceTrainingRun run, string path, bool features, bool json, CancellationToken cancellationToken)
    {
        var report = run.Train(cancellationToken);
        var bytes = run.ToBytes();
        File.WriteAllBytes(path, bytes);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { model = path, bytes = bytes.Length, report }, JsonOutput.Serializer)
            : string.Create(CultureInfo.InvariantCulture,
                $"Trained on {report.Weighed:N0} of {report.Texts:N0} texts; voices it had not seen ({report.Voices} in turn): precision {report.Precision:0.000}, recall {report.Recall:0.000}, calibration error {report.CalibrationError:0.000}. Model: {path}, {bytes.Length:N0} bytes."));
        foreach (var (name, weight) in features ? run.TopFeatures(FeatureCount) : [])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{weight,7:0.000}  {name}"));
        return ExitCode.Done;
    }
}
