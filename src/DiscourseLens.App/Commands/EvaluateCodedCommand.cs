using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.App.Commands;

/// <summary><c>evaluate stance FILE</c> and <c>evaluate relevance FILE</c>: agreement with texts coded by the codebook.</summary>
internal static class EvaluateCodedCommand
{
    // A figure that is not defined is written "NaN".
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter<StanceLabel>(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static Command CreateStance() => Create(
        "stance", "Against coded stance: discourselens evaluate stance coded.ndjson",
        scorers => $"stance {scorers.Stance.Version}, relevance {scorers.Relevance}", StanceReport.Of, EvaluationText.Of);

    public static Command CreateRelevance() => Create(
        "relevance", "Against coded relevance: discourselens evaluate relevance coded.ndjson",
        scorers => $"relevance {scorers.Relevance}", RelevanceReport.Of, EvaluationText.Of);

    private static Command Create<T>(
        string name, string description, Func<Scoring.Scorers, string> scorer, Func<IReadOnlyList<PredictedText>, T> compare,
        Action<T, ReportWriter> print)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "NDJSON of {\"text\",\"label\",\"title\"?,\"subreddit\"?,\"parent\"?,\"author\"?,\"substance\"?,\"inclusion_probability\"?}.",
        };
        var markdown = new Option<bool>("--markdown") { Description = "Print the report as Markdown." };
        var command = new Command(name, description) { file, markdown };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scorers = Study.ScorersOf(Settings.Load(parsed.GetValue(SharedOptions.Database)));
            var report = compare(await PredictAsync(parsed.GetRequiredValue(file), scorers, cancellationToken));
            if (parsed.GetValue(SharedOptions.Json))
                Console.WriteLine(JsonSerializer.Serialize(new { scorer = scorer(scorers), report }, s_json));
            else
                print(report, new ReportWriter(Console.Out, scorer(scorers), parsed.GetValue(markdown)));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<List<PredictedText>> PredictAsync(string path, Scoring.Scorers scorers, CancellationToken cancellationToken)
    {
        var classifier = new Classifier(scorers);
        var coded = LineFile.Read(path, "an NDJSON file of coded texts", static line => CodedLine.Read(Encoding.UTF8.GetBytes(line)), cancellationToken)
            .Select(line => line.Line).ToList();
        var said = await classifier.ClassifyAsync(coded.ConvertAll(text => text.Text), cancellationToken);
        var texts = coded.Zip(said).Where(pair => pair.Second.Stance.Score is not null)
            .Select(pair => new PredictedText(pair.First, pair.Second.Stance.Score!, pair.Second.Relevance)).ToList();
        if (texts.Count < coded.Count)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{coded.Count - texts.Count} of {coded.Count} texts got no score and are left out."));
        return texts.Count > 0 ? texts : throw new LensException($"'{path}' has no line to evaluate.");
    }
}
