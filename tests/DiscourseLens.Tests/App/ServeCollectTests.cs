using System.Diagnostics;
using DiscourseLens.Database;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>A source collected by <c>serve</c>, on its schedule.</summary>
public sealed class ServeCollectTests
{
    [Fact]
    public async Task Serve_CollectsAtStart_AndAgainAtItsHours()
    {
        using var home = new TempFolder();
        var now = TimeProvider.System.GetUtcNow();
        await using var fake = new FakeHackerNews(new LeapingTime(now), new Faults(1, 0),
            new FakePosts(2, new LeapingTime(now), now.AddDays(-1), now.AddHours(-1), 2));
        fake.AnswerTime = TimeSpan.Zero;
        await fake.StartAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(home.File("appsettings.Local.json"), $$"""
            {"Collect": {"UserAgent": "{{LiveStudy.UserAgent}}", "Sources": {"hackernews": {"Enabled": true, "Address": "{{fake.Address}}",
                "DepthDays": 2, "SpacingSeconds": 0.1, "Schedule": "*/2 * * * * *"} } }, "Study": {"Communities": {"general": ["Hacker News"] } } }
            """);
        using var serve = await ServeRun.Of(home);
        await Until(() => Searches(fake) >= 6);
        var (exitCode, errors) = await serve.Stop("TERM");
        Assert.True(exitCode == 0, errors);
        using var connection = LensDatabase.OpenExisting(home.File("store.db")).ConnectReadOnly();
        Assert.Equal(fake.Posts.Showing.Select(fake.IdOf).Order(StringComparer.Ordinal), StoreContents.Rows(connection, "select native_id from item order by native_id"));
        Assert.Equal(["0"], StoreContents.Rows(connection, "select attempt from work where kind = 'collect'"));
    }

    /// <summary>Windows that were asked for, each by its own end.</summary>
    private static int Searches(FakeHackerNews fake) => fake.Seen
        .Where(request => request.Path.EndsWith("search_by_date", StringComparison.Ordinal))
        .Select(request => request.Query[request.Query.IndexOf("created_at_i%3C", StringComparison.Ordinal)..]).Distinct().Count();

    private static async Task Until(Func<bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "it did not come about in time");
    }
}
