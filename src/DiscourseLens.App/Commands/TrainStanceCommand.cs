using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Training;

namespace DiscourseLens.App.Commands;

/// <summary><c>train stance</c>: trains a stance model and says what to expect of it.</summary>
internal static class TrainStanceCommand
{
    private const string DefaultOut = "stance.model";
    private const int ArtefactCount = 40;

    private static readonly StanceLabel[] s_labels = [StanceLabel.Favor, StanceLabel.Against, StanceLabel.Neutral];

    public static Command Create()
    {
        var seeds = new Option<string>("--seeds")
        {
            Description = "Folder of seed texts.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "seeds"),
        };
        var labels = new Option<string?>("--labels") { Description = "Your coded posts: NDJSON of {\"text\",\"label\",...}.", HelpName = "FILE" };
        var labelsOnly = new Option<bool>("--labels-only") { Description = "Leave the seeds out." };
        var target = new Option<string?>("--target") { Description = "Another target than psychedelic therapy.", HelpName = "NAME" };
        var lexicon = new Option<string?>("--lexicon") { Description = "The other target's names, one a line.", HelpName = "FILE" };
        var output = new Option<string>("--out") { Description = "Where the model goes.", HelpName = "FILE", DefaultValueFactory = _ => DefaultOut };
        var quick = new Option<bool>("--quick") { Description = "No learning curve, no folds by thread." };
        var artefacts = new Option<bool>("--artefacts") { Description = "List what weighs most for each label." };
        var stance = new Command("stance", "A stance model: discourselens train stance --labels coded.ndjson")
        {
            seeds, labels, labelsOnly, target, lexicon, output, quick, artefacts,
        };
        stance.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            RunOf(parsed.GetValue(target), parsed.GetValue(lexicon)), new Choice(
                parsed.GetValue(labelsOnly) || parsed.GetValue(target) is not null ? null : parsed.GetRequiredValue(seeds), parsed.GetValue(labels),
                parsed.GetRequiredValue(output), parsed.GetValue(quick), parsed.GetValue(artefacts), parsed.GetValue(SharedOptions.Json)), cancellationToken)));
        return stance;
    }

    private static StanceTrainingRun RunOf(string? target, string? lexicon) => (target, lexicon) switch
    {
        (null, null) => StanceTrainingRun.ForTherapy(),
        ({ } name, { } file) when File.Exists(file) => StanceTrainingRun.ForTarget(name, File.ReadAllText(file)),
        ({ }, { } file) => throw new WrongUseException($"There is no lexicon '{file}'; name a file of the target's names, one a line."),
        _ => throw new WrongUseException("Another target needs both --target NAME and --lexicon FILE."),
    };

    private static int Run(StanceTrainingRun run, Choice choice, CancellationToken cancellationToken)
    {
        if (choice is { Seeds: null, Labels: null })
            throw new WrongUseException("There is nothing to train on; name coded posts with --labels.");
        if (choice.Seeds is { } seeds)
            run.AddSeeds(seeds);
        if (choice.Labels is { } labels)
            run.AddLabels(labels);
        var report = run.Train(withCurve: !choice.Quick, byThread: !choice.Quick, cancellationToken);
        var bytes = run.ToBytes();
        File.WriteAllBytes(choice.Out, bytes);
        if (choice.Json)
            Console.WriteLine(ToJson(report, choice.Out, bytes.Length));
        else
            Print(report, choice.Out, bytes.Length);
        if (choice.Artefacts)
            PrintArtefacts(run);
        return ExitCode.Done;
    }

    private static string ToJson(TrainingReport report, string path, int size) => JsonSerializer.Serialize(new
    {
        model = path,
        bytes = size,
        texts = report.Texts,
        unrelated = report.Unrelated,
        validations = report.Validations.Select(validation => new
        {
            grouping = validation.Grouping,
            groups = validation.Groups,
            macro_f1 = validation.Matrix.MacroF1(s_labels.Length),
            f1 = s_labels.ToDictionary(NameOf, label => validation.Matrix.F1((int)label)),
            calibration_error = validation.Reliability.Error,
        }),
        curve = report.Curve.Select(point => new { texts = point.Texts, macro_f1 = point.MacroF1 }),
    }, JsonOutput.Serializer);

    private static void Print(TrainingReport report, string path, int size)
    {
        Write($"Trained on {report.Texts:N0} texts; {report.Unrelated:N0} unrelated ones teach it nothing. Model: {path}, {size:N0} bytes.");
        foreach (var validation in report.Validations)
        {
            Write($"\nHeld out by {validation.Grouping} ({validation.Groups:N0} groups): macro-F1 {validation.Matrix.MacroF1(s_labels.Length):0.000}, calibration error {validation.Reliability.Error:0.000}");
            Write($"label      texts  precision  recall     F1");
            foreach (var label in s_labels)
                Write(Row(label, validation.Matrix));
        }
        foreach (var point in report.Curve)
            Write($"{(point == report.Curve[0] ? "\ntexts  macro-F1\n" : "")}{point.Texts,5}  {point.MacroF1,8:0.000}");
    }

    private static FormattableString Row(StanceLabel label, ConfusionMatrix matrix) =>
        $"{NameOf(label),-9}  {matrix.Coded((int)label),5:0}  {matrix.Precision((int)label),9:0.000}  {matrix.Recall((int)label),6:0.000}  {matrix.F1((int)label),5:0.000}";

    private static void PrintArtefacts(StanceTrainingRun run)
    {
        foreach (var label in s_labels)
        {
            Write($"\nMost for {NameOf(label)}: weight, texts, authors, the words they end at");
            foreach (var artefact in run.ArtefactsOf(label, ArtefactCount))
                Write($"{artefact.Weight,7:0.000}  {artefact.Texts,5}  {artefact.Authors,3}  {artefact.Words}");
            foreach (var (name, weight) in run.DenseArtefactsOf(label, ArtefactCount))
                Write($"{weight,7:0.000}  {name}");
        }
    }

    private static string NameOf(StanceLabel label) => label.ToString().ToUpperInvariant();

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Choice(string? Seeds, string? Labels, string Out, bool Quick, bool Artefacts, bool Json);
}
