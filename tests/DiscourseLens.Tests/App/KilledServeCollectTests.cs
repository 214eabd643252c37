using System.Diagnostics;
using System.Globalization;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.App;

/// <summary><c>serve</c> killed while it collects on a schedule and posts arrive: nothing is lost, nothing is doubled.</summary>
[Collection("Killed processes")]
public sealed class KilledServeCollectTests
{
    /// <summary>How often it is killed: five times, or as often as <c>DISCOURSELENS_KILLS</c> says.</summary>
    private static int Kills => int.TryParse(
        Environment.GetEnvironmentVariable("DISCOURSELENS_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    [Fact]
    public async Task KilledAtRandomMoments_ItEndsWithExactlyWhatCame()
    {
        using var home = new TempFolder();
        var chance = new Random(17);
        var now = TimeProvider.System.GetUtcNow();
        await using var fake = new FakeReddit(new LeapingTime(now), new Faults(1, 0),
            new FakePosts(5, TimeProvider.System, now.AddHours(-4), now.AddHours(1), 90))
        {
            AnswerTime = TimeSpan.Zero,
            LosesAnchors = false,
        };
        await fake.StartAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(home.File("appsettings.Local.json"), $$"""
            {"Collect": {"UserAgent": "{{LiveStudy.UserAgent}}", "Sources": {"reddit": {"Enabled": true, "Kind": "Reddit", "Address": "{{fake.Address}}", "Schedule": "*/2 * * * * *",
                "DepthDays": 0.25, "SpacingSeconds": 0.1, "LegalBasis": "test", "Communities": ["TestTown"] } } }, "Study": {"Communities": {"substance": ["TestTown"] } } }
            """);
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(home, fake, fake.Seen.Count + chance.Next(1, 14), chance.Next(200));
            interrupted += Number(home, "select count(*) from work where kind = 'collect' and state = 'running'") > 0 ? 1 : 0;
        }

        await FinishAsync(home, fake);
        var stored = Rows(home, "select native_id from item order by native_id");
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(stored.Except(fake.Posts.Showing.Select(fake.IdOf)));
        var ends = Rows(home, "select iif(name like 'comments%', 1, 0), next_ms from live_place order by 1").Select(row => row.Split('|')[1]).Select(end => long.Parse(end, null)).ToList();
        var lost = fake.Posts.Showing.Where(post => post.Created.ToUnixTimeMilliseconds() < ends[post.IsComment ? 1 : 0] && IsPrompt(post)).Select(fake.IdOf).Except(stored);
        Assert.Empty(lost);
        // Of what came last the window is not settled yet: it is tallied, once.
        Assert.Equal($"{stored.Count}|{stored.Count}|{stored.Count}", Assert.Single(Rows(home, """
            select (select sum(n) from archive_count), (select sum(fetched) from live_window) + (select coalesce(sum(n), 0) from live_tally),
                (select count(*) from counted_post)
            """)));
        Assert.InRange(interrupted, Kills / 5, Kills);
    }

    /// <summary>Whether a post showed at once: one that waits for approval beyond the overlap of windows is another test's.</summary>
    private static bool IsPrompt(FakePost post) => post.Visible - post.Created < TimeSpan.FromMinutes(1.5);

    /// <summary>Starts it, and kills it some milliseconds after the fake has seen so many requests, or after a while.</summary>
    private static async Task KillAsync(TempFolder home, FakeReddit fake, int requests, int milliseconds)
    {
        using var serve = ServeRun.Start(home, Secrets);
        for (var clock = Stopwatch.StartNew(); fake.Seen.Count < requests && clock.Elapsed < TimeSpan.FromSeconds(20);)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        serve.Kill();
    }

    /// <summary>Lets it collect what is due, and stops it as a person does.</summary>
    private static async Task FinishAsync(TempFolder home, FakeReddit fake)
    {
        using var serve = ServeRun.Start(home, Secrets);
        var (before, clock) = (fake.Seen.Count, Stopwatch.StartNew());
        while (fake.Seen.Count < before + 12 || Number(home, "select count(*) from work where kind = 'collect' and state = 'done'") == 0)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "it collected nothing in time");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var (exitCode, errors) = await serve.Stop("TERM");
        Assert.True(exitCode == 0, errors);
    }

    private static Dictionary<string, string> Secrets { get; } = new()
    {
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTID"] = "id",
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTSECRET"] = "secret",
    };

    private static long Number(TempFolder home, string sql)
    {
        try
        {
            return long.Parse(Assert.Single(Rows(home, sql)), null);
        }
        catch (SqliteException) // killed before the store had its tables
        {
            return 0;
        }
    }

    private static IReadOnlyList<string> Rows(TempFolder home, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={home.File("store.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return StoreContents.Rows(connection, sql);
    }
}
