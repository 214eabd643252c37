using System.Globalization;
using DiscourseLens.Database;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>The program killed while it collects: nothing is lost, nothing is doubled.</summary>
public sealed class KilledCollectTests
{
    private static readonly Dictionary<string, string> s_secrets = new()
    {
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTID"] = "id",
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTSECRET"] = "secret",
    };

    /// <summary>How often it is killed: five times, or as often as <c>DISCOURSELENS_KILLS</c> says.</summary>
    private static int Kills => int.TryParse(
        Environment.GetEnvironmentVariable("DISCOURSELENS_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    [Fact]
    public async Task KilledAtRandomRequests_ItEndsWithExactlyTheFakesPosts()
    {
        using var home = new TempFolder();
        var chance = new Random(11);
        var now = TimeProvider.System.GetUtcNow();
        await using var fake = new FakeReddit(new LeapingTime(now), new Faults(1, 0),
            new FakePosts(5, new LeapingTime(now), now.AddDays(-1.5), now.AddHours(-1), 12));
        fake.AnswerTime = TimeSpan.Zero;
        await fake.StartAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(home.File("appsettings.Local.json"), $$"""
            {"Collect": {"UserAgent": "{{LiveStudy.UserAgent}}", "Sources": {"reddit": {"Enabled": true, "Kind": "Reddit", "Address": "{{fake.Address}}",
                "DepthDays": 2, "SpacingSeconds": 0.1, "LegalBasis": "test", "Communities": ["TestTown"] } } }, "Study": {"Communities": {"substance": ["TestTown"] } } }
            """);
        for (var kill = 0; kill < Kills; kill++)
            await KillAsync(home, fake, fake.Seen.Count + chance.Next(1, 12), chance.Next(120));
        var run = await ProgramRun.Of(home, s_secrets, Collect(home));
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        var store = LensDatabase.OpenExisting(home.File("c.db"));
        using var connection = store.ConnectReadOnly();
        var showing = fake.Posts.Showing.Select(fake.IdOf).Order(StringComparer.Ordinal);
        Assert.Equal(showing, StoreContents.Rows(connection, "select native_id from item order by native_id"));
        var count = fake.Posts.Showing.Count();
        Assert.Equal($"{count}|{count}|{count}", Assert.Single(StoreContents.Rows(connection,
            "select (select sum(n) from archive_count), (select sum(fetched) from live_window), (select count(*) from counted_post)")));
        Assert.Equal(["complete"], StoreContents.Rows(connection, "select distinct state from collection_window"));
    }

    /// <summary>Starts it, and kills it some milliseconds after the fake has seen so many requests, or when it is done.</summary>
    private static async Task KillAsync(TempFolder home, FakeReddit fake, int requests, int milliseconds)
    {
        using var process = ProgramRun.Start(home, s_secrets, Collect(home));
        while (fake.Seen.Count < requests && !process.HasExited)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string[] Collect(TempFolder home) => ["collect", "--database", home.File("c.db")];
}
