using System.Text.Json;
using DiscourseLens.Tests.Docs;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class ChangeCommandTests(QuickStart store) : IClassFixture<QuickStart>
{
    private static readonly string[] s_question =
        ["change", "--measure", "sentiment", "--a", "2024-01-01..2024-01-15", "--b", "2024-01-15..2024-01-29"];

    [Fact]
    public async Task Change_SaysTheSame_AsTextAndJson()
    {
        var text = await store.RunAsync(s_question);
        var json = JsonDocument.Parse(await store.RunAsync([.. s_question, "--json"])).RootElement;

        Assert.Contains(json.GetProperty("sentence").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains("within: the same authors said other things", text, StringComparison.Ordinal);
        Assert.Equal(15, json.GetProperty("decomposition").GetProperty("stayers").GetInt32());
    }

    [Fact]
    public async Task Change_IsWrongUse_WhenAnIntervalIsMissing()
    {
        using var home = new TempFolder();

        var run = await ProgramRun.Of(home, "change", "--a", "2024-01-01..2024-01-15");

        Assert.Equal((2, "--b is given 0 times; give it once, for example b=2024-01-01..2024-07-01."), (run.ExitCode, run.Errors.Trim()));
    }
}
