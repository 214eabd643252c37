using System.Text.Json;
using DiscourseLens.Tests.Docs;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class EventsCommandTests(QuickStart store) : IClassFixture<QuickStart>
{
    private static readonly string[] s_added =
        ["events", "add", "--id", "mine", "--day", "2024-01-15", "--title", "[red]not red[/] <b>", "--place", "here", "--targets", "lsd", "--kind", "media", "--url", "https://example.org"];

    [Fact]
    public async Task Events_AreListedAddedAndRemoved()
    {
        Assert.Contains("perry-charges", await store.RunAsync("events", "list"), StringComparison.Ordinal);

        Assert.Equal("Event mine is in the store.", (await store.RunAsync(s_added)).Trim());
        Assert.Equal("Event mine is in the store.", (await store.RunAsync(s_added)).Trim());
        var listed = JsonDocument.Parse(await store.RunAsync("events", "list", "--target", "lsd", "--from", "2024-01-01", "--json")).RootElement.GetProperty("events");

        Assert.Equal("mine", Assert.Single(listed.EnumerateArray()).GetProperty("id").GetString());
        Assert.Contains("[red]not red[/] <b>", await store.RunAsync("events", "list"), StringComparison.Ordinal);

        Assert.Equal("Event mine is removed.", (await store.RunAsync("events", "remove", "mine")).Trim());
        Assert.DoesNotContain("  mine ", await store.RunAsync("events", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_AreWrongUse_WhenACellIsWrong()
    {
        using var home = new TempFolder();

        var run = await ProgramRun.Of(home, [.. s_added.Select(cell => cell == "lsd" ? "molly" : cell)]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("targets 'molly' are unknown; use all, mdma,", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_NameAFileOfOwnEvents_AndItsFaultStopsTheStart()
    {
        using var home = new TempFolder();
        File.WriteAllText(home.File("own.tsv"), "a\t2024-01-01\n");
        File.WriteAllText(home.File("appsettings.Local.json"), """{ "Trends": { "Events": "own.tsv" } }""");

        var run = await ProgramRun.Of(home, "rollup");

        Assert.Equal((1, "Line 1 of 'own.tsv': 2 columns instead of 7; set id, day, title, where, targets, kind and source apart by tabs."), (run.ExitCode, run.Errors.Trim()));
    }

    [Fact]
    public async Task Change_RefusesAnEvent_WithTooFewMonths()
    {
        using var home = new TempFolder();
        var archive = RepositoryFolder.PathOf("samples/quickstart/RC_2024-01.ndjson");
        Assert.Equal(0, (await ProgramRun.Of(home, "import", archive, "--database", home.File("x.db"))).ExitCode);

        var run = await ProgramRun.Of(home, "change", "--at", "2024-01-15", "--database", home.File("x.db"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("too few to test an event", run.Errors, StringComparison.Ordinal);
    }
}
