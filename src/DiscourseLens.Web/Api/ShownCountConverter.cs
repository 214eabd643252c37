using System.Text.Json;
using System.Text.Json.Serialization;
using DiscourseLens.Trends;

namespace DiscourseLens.Web.Api;

/// <summary>Writes counts as the trend outputs do: a number, or text such as <c>"&lt;10"</c> where it is not told.</summary>
internal sealed class ShownCountConverter : JsonConverter<ShownCount>
{
    public override ShownCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Counts are only written.");

    public override void Write(Utf8JsonWriter writer, ShownCount value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Below)
            writer.WriteStringValue(value.ToString());
        else
            writer.WriteNumberValue(value.Value);
    }
}
