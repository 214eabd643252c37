using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Archives;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>A text with figures known of it: a person's rating, or the reference's scores.</summary>
/// <param name="Text">The text; unpaired surrogates have become U+FFFD.</param>
/// <param name="Figures">The line's numbers by name.</param>
public sealed record EvaluationLine(string Text, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Reads one line of JSON, for example <c>{"text":"...","rating":1.5}</c>.</summary>
    /// <exception cref="FormatException">It is no such line, or lacks the text or a figure; the message says which.</exception>
    public static EvaluationLine Read(string line, params ReadOnlySpan<string> required)
    {
        string? text = null;
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        try
        {
            ReadFields(Encoding.UTF8.GetBytes(line), ref text, figures);
        }
        catch (JsonException exception)
        {
            throw new FormatException("not valid JSON", exception);
        }

        foreach (var name in required)
        {
            if (!figures.ContainsKey(name))
                throw new FormatException($"no number '{name}'");
        }

        return new EvaluationLine(text ?? throw new FormatException("no text"), figures);
    }

    private static void ReadFields(ReadOnlySpan<byte> line, ref string? text, Dictionary<string, double> figures)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("not a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            if (name == "text" && reader.TokenType == JsonTokenType.String)
                text = TextOf(in reader, line);
            else if (reader.TokenType == JsonTokenType.Number)
                figures[name] = reader.GetDouble();
            else
                reader.Skip();
        }
    }

    // The framework's reader throws on unpaired surrogates; ours drops NUL, which a comparison to the last digit must keep.
    private static string? TextOf(in Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return new JsonText((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length).Decode(line);
        }
    }
}
