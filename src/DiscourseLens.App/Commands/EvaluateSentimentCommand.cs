using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.App.Commands;

/// <summary><c>evaluate sentiment FILE</c>: agreement with people's ratings, or with the reference's scores.</summary>
internal static class EvaluateSentimentCommand
{
    private const double DefaultNeutral = 0.05;

    // A correlation of what does not vary is written "NaN".
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly (string Name, Func<SentimentReading, double> Score)[] s_variants =
    [
        ("compound", reading => reading.Raw.Compound),
        ("prose_compound", reading => reading.ProseCompound),
        ("sentence_mean", reading => reading.SentenceMean ?? 0),
        ("masked_compound", reading => reading.MaskedCompound),
    ];

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "NDJSON of {\"text\",\"rating\"}.", Arity = ArgumentArity.ZeroOrOne };
        var reference = new Option<string?>("--reference")
        {
            Description = "Instead: NDJSON of {\"text\",\"neg\",\"neu\",\"pos\",\"compound\"}; lists every difference.",
            HelpName = "FILE",
        };
        var neutral = new Option<double>("--neutral")
        {
            Description = "Ratings closer to 0 than this are neutral.",
            DefaultValueFactory = _ => DefaultNeutral,
        };
        var sentiment = new Command("sentiment", "Against ratings: discourselens evaluate sentiment rated.ndjson") { file, reference, neutral };
        sentiment.SetAction((parsed, cancellationToken) => Task.FromResult(
            (parsed.GetValue(file), parsed.GetValue(reference)) switch
            {
                ({ } rated, null) => Rate(rated, parsed.GetValue(neutral), parsed.GetValue(SharedOptions.Json), cancellationToken),
                (null, { } scored) => Compare(scored, parsed.GetValue(SharedOptions.Json), cancellationToken),
                _ => throw new WrongUseException("Name a file of ratings, or a file of the reference's scores with --reference; one of the two."),
            }));
        return sentiment;
    }

    private static int Rate(string path, double neutral, bool json, CancellationToken cancellationToken)
    {
        var reader = new SentimentReader(new SentimentModel(Settings.Load(null).Sentiment));
        var texts = Lines(path, ["rating"], cancellationToken)
            .Select(line => (line.Line.Text.Length, Rating: line.Line.Figures["rating"], Reading: reader.Read(line.Line.Text))).ToList();
        if (texts.Count == 0)
            throw new LensException($"'{path}' has no line to evaluate.");
        var results = s_variants.Select(variant => (variant.Name, Agreement: RatingAgreement.ByLength(
            [.. texts.Select(text => new RatedText(text.Length, text.Rating, variant.Score(text.Reading)))], neutral))).ToList();
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(results.ToDictionary(result => result.Name, result => result.Agreement), s_json));
        else
            Print(results);
        return ExitCode.Done;
    }

    private static void Print(List<(string Name, IReadOnlyList<RatingAgreement> Agreement)> results)
    {
        Console.WriteLine("score            texts      n    characters       r    rank r  macro-F1");
        foreach (var (name, agreement) in results)
        {
            for (var i = 0; i < agreement.Count; i++)
            {
                var part = agreement[i];
                var group = i == 0 ? "all" : string.Create(CultureInfo.InvariantCulture, $"{i} of 4");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-15}  {group,-7} {part.Count,4}  {part.Shortest,5} - {part.Longest,-5}  {part.Pearson,6:0.000}  {part.Spearman,6:0.000}  {part.MacroF1,8:0.000}"));
            }
        }
    }

    private static int Compare(string path, bool json, CancellationToken cancellationToken)
    {
        var scorer = new VaderScorer(Settings.Load(null).Sentiment);
        long texts = 0, different = 0;
        foreach (var (number, line) in Lines(path, [.. Parity.Figures], cancellationToken))
        {
            texts++;
            var differences = Parity.Differences(scorer, line).ToList();
            different += differences.Count > 0 ? 1 : 0;
            foreach (var (figure, expected, actual) in differences)
            {
                Console.WriteLine(json
                    ? JsonSerializer.Serialize(new { line = number, figure, expected, actual })
                    : string.Create(CultureInfo.InvariantCulture, $"line {number}: {figure} {actual}, expected {expected}"));
            }
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { scorer = scorer.Version.ToString(), texts, different })
            : string.Create(CultureInfo.InvariantCulture, $"{scorer.Version}: {different:N0} of {texts:N0} texts differ."));
        return different == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static IEnumerable<(long Number, EvaluationLine Line)> Lines(string path, string[] figures, CancellationToken cancellationToken) =>
        LineFile.Read(path, "an NDJSON file", line => EvaluationLine.Read(line, figures), cancellationToken);
}
