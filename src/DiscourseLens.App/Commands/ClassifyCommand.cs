using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.App.Commands;

/// <summary><c>classify FILE</c>: scores an NDJSON of texts without a store, one JSON line out per line in.</summary>
internal static class ClassifyCommand
{
    private const int BatchSize = 64;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "NDJSON of {\"uid\",\"subreddit\"?,\"title\"?,\"text\",\"parent\"?:{\"title\"?,\"text\"?}}; - reads standard input.",
        };
        var explain = new Option<bool>("--explain") { Description = "Add how each token came by its part of the sentiment." };
        var command = new Command("classify", "Score texts without a store: discourselens classify posts.ndjson") { file, explain };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(explain), parsed.GetValue(SharedOptions.Database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool explain, string? database, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
            throw new WrongUseException($"There is no file '{path}'; name an NDJSON file, or - for standard input.");
        var classifier = new Classifier(Study.ScorersOf(Settings.Load(database)));
        using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var reader = new StreamReader(input, Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        foreach (var lines in Lines(reader).Chunk(BatchSize))
        {
            foreach (var answer in await AnswersAsync(classifier, lines, explain, cancellationToken))
                output.WriteLine(answer);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Text, long Number)> Lines(StreamReader reader)
    {
        for (var number = 1L; reader.ReadLine() is { } line; number++)
            yield return (line, number);
    }

    private static async Task<string[]> AnswersAsync(
        Classifier classifier, (string Text, long Number)[] lines, bool explain, CancellationToken cancellationToken)
    {
        var answers = new string[lines.Length];
        var texts = new List<(int Place, TextToClassify Text)>();
        for (var place = 0; place < lines.Length; place++)
        {
            try
            {
                texts.Add((place, ClassifyLine.Read(Encoding.UTF8.GetBytes(lines[place].Text))));
            }
            catch (FormatException exception)
            {
                answers[place] = string.Create(CultureInfo.InvariantCulture,
                    $"{{\"uid\":null,\"line\":{lines[place].Number},\"error\":{JsonSerializer.Serialize(exception.Message, JsonOutput.Serializer)}}}");
            }
        }

        var said = await classifier.ClassifyAsync(texts.ConvertAll(text => text.Text), cancellationToken);
        foreach (var ((place, text), classification) in texts.Zip(said))
            answers[place] = ToJson(text.Uid, classification, explain ? classifier.Explain(text) : null);
        return answers;
    }

    private static string ToJson(string uid, Classification said, SentimentExplanation? why)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("uid");
            json.WriteRawValue(uid);
            WriteSentiment(json, said);
            SentimentJson.WriteVariants(json, said);
            if (why is not null)
                SentimentJson.WriteExplanation(json, why);
            WriteRelevance(json, said);
            WriteStance(json, said);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteSentiment(Utf8JsonWriter json, Classification said)
    {
        json.WriteStartObject("sentiment");
        json.WriteNumber("neg", said.Sentiment.Negative);
        json.WriteNumber("neu", said.Sentiment.Neutral);
        json.WriteNumber("pos", said.Sentiment.Positive);
        json.WriteNumber("compound", said.Sentiment.Compound);
        json.WriteEndObject();
    }

    private static void WriteRelevance(Utf8JsonWriter json, Classification said)
    {
        json.WriteStartObject("relevance");
        json.WriteBoolean("relevant", said.Relevance.Relevant);
        json.WriteNumber("p", said.Relevance.Probability);
        json.WriteString("band", said.Relevance.Band);
        json.WriteString("rule", said.Relevance.Rule);
        json.WriteString("path", said.Relevance.Path);
        json.WriteStartArray("mentions");
        foreach (var mention in said.Relevance.Evidence)
            WriteMention(json, mention);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMention(Utf8JsonWriter json, Mention mention)
    {
        json.WriteStartObject();
        json.WriteString("concept", mention.Concept.ToString().ToLowerInvariant());
        json.WriteString("in", mention.InTitle ? "title" : "text");
        json.WriteNumber("start", mention.Start);
        json.WriteNumber("end", mention.End);
        json.WriteString("term", mention.Term);
        json.WriteEndObject();
    }

    private static void WriteStance(Utf8JsonWriter json, Classification said)
    {
        json.WriteStartObject("stance");
        if (said.Stance.Score is { } score)
            WriteScore(json, score);
        else
            WriteNoScore(json, said.Stance);
        json.WriteEndObject();
    }

    private static void WriteNoScore(Utf8JsonWriter json, StanceOutcome outcome)
    {
        json.WriteNull("label");
        json.WriteString("missing", outcome.Missing?.ToString().ToLowerInvariant() ?? "later");
        json.WriteString("problem", outcome.Problem);
    }

    private static void WriteScore(Utf8JsonWriter json, StanceScore score)
    {
        json.WriteString("label", score.Label.ToString().ToUpperInvariant());
        json.WriteStartObject("p");
        json.WriteNumber("favor", score.Favor);
        json.WriteNumber("against", score.Against);
        json.WriteNumber("neutral", score.Neutral);
        json.WriteNumber("unrelated", score.Unrelated);
        json.WriteEndObject();
        json.WriteStartArray("evidence");
        foreach (var span in score.Evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteString("text", span.Text);
            json.WriteString("why", span.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
