using System.Text.Encodings.Web;
using System.Text.Json;

namespace DiscourseLens.SampleMaker;

/// <summary>A line of an archive: sorted keys with JSON tokens as they are to be written, valid or not.</summary>
internal sealed class JsonLine
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>The token under a key.</summary>
    public string this[string key]
    {
        get => _tokens[key];
        set => _tokens[key] = value;
    }

    /// <summary>Sets a string.</summary>
    public JsonLine Text(string key, string value)
    {
        _tokens[key] = JsonSerializer.Serialize(value, s_plain);
        return this;
    }

    /// <summary>Sets a text that somebody wrote; archives write three characters of it as HTML entities.</summary>
    public JsonLine Prose(string key, string value) => Text(key, value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal));

    /// <summary>Sets a number, true, false or null.</summary>
    public JsonLine Set(string key, object? value)
    {
        _tokens[key] = JsonSerializer.Serialize(value, s_plain);
        return this;
    }

    public void Remove(string key) => _tokens.Remove(key);

    public override string ToString() => $"{{{string.Join(',', _tokens.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";
}
