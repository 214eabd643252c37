using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Archives;

namespace DiscourseLens.Scoring.Classifying;

/// <summary>The strings and numbers of one line of JSON, those of its object <c>parent</c> under <c>parent.NAME</c>.</summary>
internal sealed class FlatLine
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 512 };

    private FlatLine()
    {
    }

    /// <summary>Strings by name; unpaired surrogates have become U+FFFD.</summary>
    public Dictionary<string, string> Strings { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers by name.</summary>
    public Dictionary<string, double> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The field <c>uid</c> as JSON text, a string or a number; null when absent.</summary>
    public string? Uid { get; private set; }

    /// <exception cref="FormatException">It is not one JSON object; the message says why.</exception>
    public static FlatLine Read(ReadOnlySpan<byte> line)
    {
        var flat = new FlatLine();
        try
        {
            var reader = new Utf8JsonReader(line, s_options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new FormatException("not a JSON object");
            flat.ReadObject(ref reader, line, "");
            if (reader.Read())
                throw new FormatException("more than one JSON value");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"not valid JSON: {FirstSentence(exception.Message)}", exception);
        }

        return flat;
    }

    /// <exception cref="FormatException">There is no text.</exception>
    public TextToClassify ToText(string uid) => new(
        uid,
        Strings.GetValueOrDefault("subreddit"),
        Strings.GetValueOrDefault("title"),
        Strings.GetValueOrDefault("text") ?? throw new FormatException("no text"),
        Strings.GetValueOrDefault("parent.title"),
        Strings.GetValueOrDefault("parent.text"));

    private void ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            if (name == "uid" && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                Uid = reader.TokenType == JsonTokenType.String ? Quote(Text(in reader, line)) : Encoding.UTF8.GetString(reader.ValueSpan);
            else if (name == "parent" && reader.TokenType == JsonTokenType.StartObject)
                ReadObject(ref reader, line, "parent.");
            else if (reader.TokenType == JsonTokenType.String)
                Strings[name] = Text(in reader, line);
            else if (reader.TokenType == JsonTokenType.Number)
                Numbers[name] = reader.GetDouble();
            else
                reader.Skip();
        }
    }

    private static string Text(in Utf8JsonReader reader, ReadOnlySpan<byte> line) =>
        new JsonText((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length).Decode(line);

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    // The reader's messages go on with positions inside its own buffer.
    private static string FirstSentence(string message) => message.Split(". ")[0].TrimEnd('.');
}
