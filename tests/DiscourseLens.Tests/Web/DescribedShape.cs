using System.Text.Json;

namespace DiscourseLens.Tests.Web;

/// <summary>A schema of the API's description, laid against an answer: every member must be named, of a kind that is described, and none may lack.</summary>
internal sealed class DescribedShape(JsonElement description, JsonElement schema)
{
    /// <summary>The shape that a path answers with.</summary>
    public static DescribedShape Of(JsonElement description, string path) => new(
        description,
        description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content")
            .GetProperty("application/json").GetProperty("schema"));

    /// <summary>What of an answer is not as described; empty where all is.</summary>
    public IReadOnlyList<string> Faults(JsonElement answer, string at = "") => Faults(schema, answer, at);

    private List<string> Faults(JsonElement shape, JsonElement value, string at)
    {
        shape = Resolved(shape);
        foreach (var choice in new[] { "anyOf", "oneOf" })
        {
            if (shape.TryGetProperty(choice, out var choices))
                return choices.EnumerateArray().Select(each => Faults(each, value, at)).MinBy(faults => faults.Count)!; // a choice is never empty
        }

        if (!Kinds(shape).Contains(Kind(value)))
            return [$"{at} is {Kind(value)}, described as {string.Join('|', Kinds(shape))}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => ObjectFaults(shape, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((each, i) => Faults(shape.GetProperty("items"), each, $"{at}/{i}")).ToList(),
            _ => [],
        };
    }

    private List<string> ObjectFaults(JsonElement shape, JsonElement value, string at)
    {
        var named = shape.TryGetProperty("properties", out var properties) ? properties : default;
        var others = shape.TryGetProperty("additionalProperties", out var more) ? more : default;
        var faults = value.EnumerateObject().SelectMany(member =>
            named.ValueKind == JsonValueKind.Object && named.TryGetProperty(member.Name, out var inner) ? Faults(inner, member.Value, $"{at}/{member.Name}")
            : others.ValueKind == JsonValueKind.Object ? Faults(others, member.Value, $"{at}/{member.Name}")
            : [$"{at}/{member.Name} is not named"]).ToList();
        if (shape.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}/{name} lacks"));
        return faults;
    }

    private JsonElement Resolved(JsonElement shape) => shape.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(description, (element, name) => element.GetProperty(name))
        : shape;

    private static IEnumerable<string> Kinds(JsonElement shape) => !shape.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!).SelectMany(Wider)
        : Wider(type.GetString()!);

    private static string[] Wider(string type) => type == "integer" ? ["integer"] : type == "number" ? ["number", "integer"] : [type];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
