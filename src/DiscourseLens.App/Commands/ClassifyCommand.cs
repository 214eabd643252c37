using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.App.Commands;

/// <summary><c>classify FILE</c>: scores an NDJSON of texts without a store, one JSON line out per line in.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "NDJSON of {\"uid\",\"subreddit\"?,\"title\"?,\"text\",\"parent\"?:{\"title\"?,\"text\"?}}; - reads standard input.",
        };
        var explain = new Option<bool>("--explain") { Description = "Add how each token came by its part of the sentiment." };
        var command = new Command("classify", "Score texts without a store: discourselens classify posts.ndjson") { file, explain };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(file), parsed.GetValue(explain), parsed.GetValue(SharedOptions.Database), cancellationToken)));
        return command;
    }

    private static int Run(string path, bool explain, string? database, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
            throw new WrongUseException($"There is no file '{path}'; name an NDJSON file, or - for standard input.");
        var classifier = new Classifier(Study.ScorersOf(Settings.Load(database)));
        using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var reader = new StreamReader(input, Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        for (var number = 1L; reader.ReadLine() is { } line; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.WriteLine(Answer(classifier, line, number, explain));
        }

        return ExitCode.Done;
    }

    private static string Answer(Classifier classifier, string line, long number, bool explain)
    {
        try
        {
            var text = ClassifyLine.Read(Encoding.UTF8.GetBytes(line));
            return ToJson(text.Uid, classifier.Classify(text), explain ? classifier.Explain(text) : null);
        }
        catch (FormatException exception)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{{\"uid\":null,\"line\":{number},\"error\":{JsonSerializer.Serialize(exception.Message, JsonOutput.Serializer)}}}");
        }
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
        json.WriteString("rule", said.Relevance.Rule);
        json.WriteEndObject();
    }

    private static void WriteStance(Utf8JsonWriter json, Classification said)
    {
        json.WriteStartObject("stance");
        json.WriteString("label", said.Stance.Label.ToString().ToUpperInvariant());
        json.WriteStartObject("p");
        json.WriteNumber("favor", said.Stance.Favor);
        json.WriteNumber("against", said.Stance.Against);
        json.WriteNumber("neutral", said.Stance.Neutral);
        json.WriteNumber("unrelated", said.Stance.Unrelated);
        json.WriteEndObject();
        json.WriteStartArray("evidence");
        foreach (var span in said.Stance.Evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteString("text", span.Text);
            json.WriteString("why", span.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
