using System.Text.Json;

namespace DiscourseLens.Tests.Docs;

public sealed class SettingsDocsTests
{
    [Fact]
    public void Document_NamesEveryKey_AndNoOther() =>
        Assert.Equal(Keys().Distinct().Order(StringComparer.Ordinal), Rows().Select(row => row.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Document_TellsTheDefault_WhenItIsANumber()
    {
        var text = Documents.Read("docs/settings.md").Split('\n');
        foreach (var (key, value) in Leaves(Settings(), "").Where(leaf => leaf.Value.ValueKind == JsonValueKind.Number))
            Assert.Contains(text, line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal) && line.Contains($"| {value} |", StringComparison.Ordinal));
    }

    private static IReadOnlyList<(string Name, string Second)> Rows() => Markdown.Rows(
        Markdown.Sections(Documents.Read("docs/settings.md"), 2).Single(section => section.Heading == "All keys").Body);

    private static IEnumerable<string> Keys() => Leaves(Settings(), "").Select(leaf => leaf.Key);

    private static JsonElement Settings()
    {
        using var document = JsonDocument.Parse(Documents.Read("appsettings.json"));
        return document.RootElement.Clone();
    }

    // An entry of a list of objects has keys of its own, under N; a list of words is one key.
    private static IEnumerable<(string Key, JsonElement Value)> Leaves(JsonElement at, string path) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(
            property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}")),
        JsonValueKind.Array when at.GetArrayLength() > 0 && at.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object) =>
            at.EnumerateArray().SelectMany(entry => Leaves(entry, path + ":N")),
        _ => [(path, at)],
    };
}
