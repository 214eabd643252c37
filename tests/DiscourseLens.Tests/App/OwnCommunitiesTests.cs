using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class OwnCommunitiesTests
{
    [Fact]
    public async Task OwnCommunities_ReplaceTheShippedOnes_Whole()
    {
        using var home = new TempFolder();
        // "ptsd" is a shipped community of another class; laid over place by place, it would be listed twice.
        File.WriteAllText(home.File("appsettings.Local.json"), """{"Study":{"Name":"Mine","Communities":{"therapy":["ptsd"]}}}""");
        File.WriteAllLines(home.File("a.ndjson"),
        [
            ArchiveBuilder.Comment("c1", "Nice weather", ("subreddit", "\"ptsd\"")),
            ArchiveBuilder.Comment("c2", "Nice weather", ("subreddit", "\"Anxiety\"")),
        ]);

        var run = await ProgramRun.Of(home, "import", "a.ndjson");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("a.ndjson: 2 read = 1 stored + 0 duplicate + 1 out of scope + 0 rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains("community|ptsd|ptsd|therapy", StoreContents.All(home.File("data/discourselens.db")));
    }
}
