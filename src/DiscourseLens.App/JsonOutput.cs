using System.Text.Encodings.Web;
using System.Text.Json;

namespace DiscourseLens.App;

/// <summary>How JSON is written to standard output: one line, letters as they are. Not for HTML.</summary>
internal static class JsonOutput
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Serializer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same, with names that begin in lower case.</summary>
    public static JsonSerializerOptions Camel { get; } = new(Serializer) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
