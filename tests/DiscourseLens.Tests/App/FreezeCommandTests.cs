using System.Text.Json;
using DiscourseLens.Tests.Docs;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class FreezeCommandTests(QuickStart store) : IClassFixture<QuickStart>
{
    [Fact]
    public async Task Freeze_WritesOnceAndVerifies()
    {
        var first = Snapshot(await store.RunAsync("freeze", "--by", "week", "--json"));
        var again = Snapshot(await store.RunAsync("freeze", "--by", "week", "--json"));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.True(first.GetProperty("intact").GetBoolean());
        Assert.Contains("as frozen", await store.RunAsync("freeze", "verify", first.GetProperty("name").GetString()!), StringComparison.Ordinal);
        Assert.Contains(first.GetProperty("hash").GetString()!, await store.RunAsync("freeze", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freeze_Fails_WhenASnapshotWasChangedOrIsNotThere()
    {
        using var home = new TempFolder();
        var archive = RepositoryFolder.PathOf("samples/quickstart/RC_2024-01.ndjson");
        Assert.Equal(0, (await ProgramRun.Of(home, "import", archive, "--database", home.File("x.db"))).ExitCode);
        var name = Snapshot((await ProgramRun.Of(home, "freeze", "--name", "paper", "--json", "--database", home.File("x.db"))).Output).GetProperty("name").GetString()!;
        File.AppendAllText(home.File($"data/frozen/{name}/data.csv"), "more\n");

        var verified = await ProgramRun.Of(home, "freeze", "verify", name);

        Assert.StartsWith("paper-", name, StringComparison.Ordinal);
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("data.csv was changed", verified.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of(home, "freeze", "verify", "nothing")).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of(home, "freeze", "--by", "decade", "--database", home.File("x.db"))).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of(home, "freeze", "--name", "../x", "--database", home.File("x.db"))).ExitCode);
    }

    private static JsonElement Snapshot(string output) => JsonDocument.Parse(output).RootElement.GetProperty("snapshots")[0];
}
