using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Archives;

namespace DiscourseLens.Scoring.Classifying;

/// <summary>Reads lines such as <c>{"uid":"1","subreddit":"ptsd","title":"...","text":"...","parent":{"text":"..."}}</c>.</summary>
public static class ClassifyLine
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 512 };

    /// <summary>Reads one line of UTF-8 JSON; unpaired surrogates become U+FFFD, unknown fields are passed over.</summary>
    /// <exception cref="FormatException">It is no such line; the message says why.</exception>
    public static TextToClassify Read(ReadOnlySpan<byte> line)
    {
        var fields = new Dictionary<string, string>();
        string? uid = null;
        try
        {
            var reader = new Utf8JsonReader(line, s_options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new FormatException("not a JSON object");
            ReadObject(ref reader, line, "", fields, ref uid);
            if (reader.Read())
                throw new FormatException("more than one JSON value");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"not valid JSON: {FirstSentence(exception.Message)}", exception);
        }

        return new TextToClassify(
            uid ?? throw new FormatException("no uid"),
            fields.GetValueOrDefault("subreddit"),
            fields.GetValueOrDefault("title"),
            fields.GetValueOrDefault("text") ?? throw new FormatException("no text"),
            fields.GetValueOrDefault("parent.title"),
            fields.GetValueOrDefault("parent.text"));
    }

    private static void ReadObject(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> line, string prefix, Dictionary<string, string> fields, ref string? uid)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            if (name == "uid" && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                uid = reader.TokenType == JsonTokenType.String ? Quote(Text(in reader, line)) : Encoding.UTF8.GetString(reader.ValueSpan);
            else if (name == "parent" && reader.TokenType == JsonTokenType.StartObject)
                ReadObject(ref reader, line, "parent.", fields, ref uid);
            else if (reader.TokenType == JsonTokenType.String)
                fields[name] = Text(in reader, line);
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
