using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscourseLens.Web.Api;

/// <summary>Writes instants as all outputs do: UTC to the second, such as <c>2024-01-31T12:00:00Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Instants are only written.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(UtcInstant.Text(value));
    }
}
