using System.Text.Json;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>The command <c>collect</c>, run as a user runs it, against fakes.</summary>
public sealed class CollectCommandTests : IAsyncLifetime
{
    private readonly TempFolder _home = new();
    private FakeHackerNews _hackerNews = null!;
    private FakeReddit _reddit = null!;

    public async ValueTask InitializeAsync()
    {
        // The program goes by the real clock, so the fakes' posts lie before the present.
        var now = TimeProvider.System.GetUtcNow();
        _hackerNews = new FakeHackerNews(new LeapingTime(now), new Faults(1, 0), Posts(now)) { AnswerTime = TimeSpan.Zero };
        _reddit = new FakeReddit(new LeapingTime(now), new Faults(1, 0), Posts(now)) { AnswerTime = TimeSpan.Zero, LosesAnchors = false };
        await _hackerNews.StartAsync(TestContext.Current.CancellationToken);
        await _reddit.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _hackerNews.DisposeAsync();
        await _reddit.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Collect_StoresWhatIsDue_AndSaysSo()
    {
        Configure(HackerNews());
        var dry = await RunAsync("collect", "hackernews", "--dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Matches(@"^hackernews, all: from 20.*Z until 20.*Z, \d+ posts( on the first pages)?, 0 of them would be stored\.\s*$", dry.Output);
        Assert.False(File.Exists(_home.File("c.db")));
        var run = await RunAsync("collect", "hackernews");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Matches(@"hackernews, all: \d+ read, \d\d of them for the first time, 0 stored, 0 rejected", run.Output);
        var again = await RunAsync("collect", "--json");
        using var json = JsonDocument.Parse(again.Output);
        Assert.Equal("hackernews", json.RootElement.GetProperty("Source").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("Places")[0].GetProperty("Counted").GetInt32());
    }

    [Fact]
    public async Task Collect_StoresAWholeCommunity_AndItsSeriesShowsIt()
    {
        Configure(Reddit());
        var run = await RunAsync("collect");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Matches(@"reddit, posts: TestTown: \d+ read, \d+ of them for the first time, \d+ stored", run.Output);
        var trend = await RunAsync("trend", "--measure", "volume", "--by", "day", "--format", "csv");
        Assert.Contains("provisional", trend.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\", \"LegalBasis\": \"x\"", "", "The setting Collect:UserAgent is ''; the source 'mine' is enabled, and sources want to know who asks")]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\", \"LegalBasis\": \"x\"", "Mozilla/5.0", "do not pose as a browser")]
    [InlineData("\"Enabled\": true, \"Kind\": \"Usenet\", \"LegalBasis\": \"x\"", "me", "Collect:Sources:mine:Kind is 'Usenet'; give one of HackerNews, Reddit")]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\", \"LegalBasis\": \"x\", \"Schedule\": \"hourly\"", "me", "Collect:Sources:mine:Schedule is 'hourly'; give a cron line in UTC")]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\", \"LegalBasis\": \"x\", \"DepthDays\": -1", "me", "Collect:Sources:mine:DepthDays is '-1'; give 0 to 3650 days")]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\"", "me", "Collect:Sources:mine:LegalBasis is ''; say in a sentence")]
    [InlineData("\"Enabled\": true, \"Kind\": \"HackerNews\", \"LegalBasis\": \"x\", \"Address\": \"ftp://x\"", "me", "Collect:Sources:mine:Address is 'ftp://x'; give an address that begins with https://")]
    [InlineData("\"Enabled\": true, \"Kind\": \"Reddit\", \"LegalBasis\": \"x\"", "me", "Collect:Sources:mine:ClientId is ''; set it in the environment")]
    [InlineData("\"Kind\": \"Reddit\", \"ClientSecret\": \"abc\"", "me", "Collect:Sources:mine:ClientSecret stands in a file; secrets come from the environment only. Remove it there and set DISCOURSELENS__COLLECT__SOURCES__MINE__CLIENTSECRET")]
    public async Task Settings_AreRefused_WithKeyAndFix(string source, string userAgent, string message)
    {
        Write($$"""{"Collect": {"UserAgent": "{{userAgent}}", "Sources": {"mine": { {{source}} } } } }""");
        var run = await RunAsync("collect");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "There is no source 'none' in the settings; there are hackernews.")]
    [InlineData("off", "The source 'off' is not enabled; set Collect:Sources:off:Enabled to true.")]
    public async Task UnknownSource_IsWrongUse(string name, string message)
    {
        Configure(HackerNews() + ", \"off\": {\"Kind\": \"HackerNews\"}");
        var run = await RunAsync("collect", name);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_FailsWithASentence_AndTheNextCallAsksAgain()
    {
        Configure(Reddit());
        _reddit.Instead["/api/v1/access_token"] = (401, "{\"message\":\"Unauthorized\",\"error\":401}");
        var run = await RunAsync("collect");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("reddit: Reddit does not know the application; check client id and secret", run.Output, StringComparison.Ordinal);
        Assert.Single(_reddit.Seen);
        _reddit.Instead.Clear();
        Assert.Equal(0, (await RunAsync("collect")).ExitCode);
    }

    [Fact]
    public async Task LongHold_IsKept_OverCalls()
    {
        Configure(Reddit());
        _reddit.Faults.RetryAfter = TimeSpan.FromHours(24);
        _reddit.Faults.Next.Enqueue(Fault.TooManyForSeconds);
        var run = await RunAsync("collect");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("asks to be left alone until", run.Output, StringComparison.Ordinal);
        var again = await RunAsync("collect");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("reddit: not asked before", again.Output, StringComparison.Ordinal);
        Assert.Single(_reddit.Seen);
    }

    [Fact]
    public async Task Since_IsRefused_WhenItIsNoDay()
    {
        Configure(HackerNews());
        var run = await RunAsync("collect", "--since", "yesterday");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'yesterday' is no UTC day or instant; write 2026-03-01", run.Errors, StringComparison.Ordinal);
    }

    private static FakePosts Posts(DateTimeOffset now) => new(2, new LeapingTime(now), now.AddDays(-1), now.AddHours(-1), 4);

    private string HackerNews() => $$"""
        "hackernews": {"Enabled": true, "Address": "{{_hackerNews.Address}}", "DepthDays": 2, "SpacingSeconds": 0.1}
        """;

    private string Reddit() => $$"""
        "reddit": {"Enabled": true, "Kind": "Reddit", "Address": "{{_reddit.Address}}", "DepthDays": 2, "SpacingSeconds": 0.1,
            "LegalBasis": "test", "Communities": ["TestTown"]}
        """;

    private void Configure(string sources) => Write($$"""
        {"Collect": {"UserAgent": "{{LiveStudy.UserAgent}}", "Sources": { {{sources}} } }, "Study": {"Communities": {"substance": ["TestTown"] } } }
        """);

    private void Write(string settings) => File.WriteAllText(_home.File("appsettings.Local.json"), settings);

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.Of(
        _home, new Dictionary<string, string>
        {
            ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTID"] = "id",
            ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTSECRET"] = "secret",
        }, [.. arguments, "--database", _home.File("c.db")]);
}
