using System.Text.Json;
using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>The command <c>doctor</c>, run as a user runs it, against fakes.</summary>
public sealed class DoctorCommandTests : IAsyncLifetime
{
    private readonly TempFolder _home = new();
    private readonly Dictionary<string, string> _environment = new()
    {
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTID"] = "id",
        ["DISCOURSELENS__COLLECT__SOURCES__REDDIT__CLIENTSECRET"] = "secret",
    };

    private FakeHackerNews _hackerNews = null!;
    private FakeReddit _reddit = null!;

    public async ValueTask InitializeAsync()
    {
        var time = new LeapingTime(TimeProvider.System.GetUtcNow());
        var posts = new FakePosts(2, time, time.GetUtcNow().AddHours(-20), time.GetUtcNow().AddHours(-1), 4);
        _hackerNews = new FakeHackerNews(time, new Faults(1, 0), posts) { AnswerTime = TimeSpan.Zero };
        _reddit = new FakeReddit(time, new Faults(1, 0), posts) { AnswerTime = TimeSpan.Zero, Budget = 60, LosesAnchors = false };
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
    public async Task Doctor_IsContent_AndAsksOnce_AndMakesNothing()
    {
        Configure(HackerNews());
        var run = await RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("ok       source hackernews: Hacker News answers; its newest item is ", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok       store: There is none at ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"ok +source hackernews: It was never collected yet; its schedule runs next at 20\d\d-\d\d-\d\dT\d\d:17:00Z", run.Output);
        Assert.DoesNotContain("trouble", run.Output, StringComparison.Ordinal);
        Assert.Equal((LiveStudy.UserAgent, "/v0/maxitem.json"), (_hackerNews.Seen[0].UserAgent, Assert.Single(_hackerNews.Seen).Path));
        Assert.Equal(["appsettings.Local.json"], Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Doctor_NamesEachTrouble_AndAsksTheOthers()
    {
        Configure($"{HackerNews()}, {Reddit()}, \"bad\": {{\"Enabled\": true, \"Kind\": \"Usenet\", \"LegalBasis\": \"x\"}}");
        _reddit.Instead["/api/v1/access_token"] = (401, "{\"message\":\"Unauthorized\",\"error\":401}");
        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("trouble  source bad: The setting Collect:Sources:bad:Kind is 'Usenet'; give one of HackerNews, Reddit", run.Output, StringComparison.Ordinal);
        Assert.Contains("trouble  source reddit: Reddit does not know the application; check client id and secret", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok       source hackernews: Hacker News answers", run.Output, StringComparison.Ordinal);
        Assert.Single(_reddit.Seen);
        Assert.DoesNotContain("secret'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_TriesNothingTwice()
    {
        Configure(HackerNews());
        for (var time = 0; time < 4; time++)
            _hackerNews.Faults.Next.Enqueue(Fault.ServerError);
        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("answers 502", run.Output, StringComparison.Ordinal);
        Assert.Single(_hackerNews.Seen);
    }

    [Fact]
    public async Task Doctor_LeavesAlone_WhoAskedForIt()
    {
        Configure(Reddit());
        _reddit.Faults.RetryAfter = TimeSpan.FromHours(24);
        _reddit.Faults.Next.Enqueue(Fault.TooManyForSeconds);
        await ProgramRun.Of(_home, _environment, ["collect", "--database", _home.File("c.db")]);
        var run = await RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches(@"warning +source reddit: It is not asked before 20.*Z, so it was not asked now: 127\.0\.0\.1 asks to be left alone until", run.Output);
        Assert.Single(_reddit.Seen);
    }

    [Fact]
    public async Task Doctor_NamesAClosedPlace_AndWhatIsLeftOfTheBudget()
    {
        Configure(Reddit());
        _reddit.Instead["/r/TestTown/comments"] = (403, "{\"message\":\"Forbidden\",\"error\":403,\"reason\":\"private\"}");
        await ProgramRun.Of(_home, _environment, ["collect", "--database", _home.File("c.db")]);
        var run = await RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches(@"warning +source reddit: comments: TestTown could not be read: .*private", run.Output);
        Assert.Matches(@"ok +source reddit: Reddit accepts the application and shows posts under r/TestTown/new\. It leaves us \d+ requests in its window\.", run.Output);
    }

    [Theory]
    [InlineData("linux:discourselens:v0.1", true)]
    [InlineData("linux:discourselens:v0.1 (by you@example.org)", false)]
    public async Task Doctor_MissesAContact(string userAgent, bool isMissed)
    {
        Configure(HackerNews(), userAgent);
        var run = await RunAsync();
        Assert.Equal(isMissed, run.Output.Contains("says no way to reach you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_TellsWhatTheLedgerKnows()
    {
        Configure("");
        var database = LensDatabase.OpenOrCreate(_home.File("c.db"));
        using (var connection = database.Connect())
        {
            connection.Execute("""
                insert into work (kind, key, place, state, not_before_ms, payload, error, created_ms, updated_ms)
                values ('import', 'broken.zst', '1', 'failed', 0, '', 'It is broken.', 0, 0), ('score', 'unscored', '2', 'ready', 0, '', null, 0, 0);
                insert into work (kind, key, place, state, not_before_ms, payload, lease_owner, lease_expires_ms, created_ms, updated_ms)
                values ('collect', 'reddit', '0', 'running', 0, '', 'dead', 1772323200000, 0, 0);
                insert into purge_receipt (at_ms, reason, items, texts, authors, captures, scores, mentions) values (0, 'absent', 1, 1, 0, 0, 0, 0);
                insert into study (name, value) values ('study_key_fingerprint', '0000000000000000')
                """);
        }

        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("warning  work: import 'broken.zst' was given up: It is broken.", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning  work: collect 'reddit' is under way under a lease that ran out at 2026-03-01T00:00:00Z", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"warning +work: Work has been due for \d+(\.\d)? days", run.Output);
        Assert.Contains("warning  traces: 1 purges wait", run.Output, StringComparison.Ordinal);
        Assert.Contains("trouble  study key: The store's authors are keyed under study key 0000000000000000, but DISCOURSELENS__STUDYKEY holds key", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok       sources: None is enabled", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_MissesTheKeyOfAStore_AndMakesNone()
    {
        Configure("");
        var database = LensDatabase.OpenOrCreate(_home.File("c.db"));
        using (var connection = database.Connect())
            connection.Execute("insert into study (name, value) values ('study_key_fingerprint', '0123456789abcdef')");
        _environment["DISCOURSELENS__STUDYKEY"] = "";
        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("trouble  study key: The store's authors are keyed under study key 0123456789abcdef, and there is no key: bring back '", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_home.File("discourselens")));
    }

    [Fact]
    public async Task Doctor_SaysSo_WhenOthersCanReadTheKey()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have no modes there");
        Configure("");
        _environment["DISCOURSELENS__STUDYKEY"] = "";
        Directory.CreateDirectory(_home.File("discourselens"));
        File.WriteAllText(_home.File("discourselens/study.key"), TestStudy.Secret);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_home.File("discourselens/study.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var run = await RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("warning +study key: Others on this machine can read '.*study.key'; run: chmod 600 '", run.Output);
    }

    [Fact]
    public async Task Doctor_SaysSo_WhenTheStoreIsNone()
    {
        Configure("");
        File.WriteAllText(_home.File("c.db"), "this is no database, and it is long enough to be taken for one by its first bytes");
        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Matches("trouble +store: .*c.db", run.Output);
    }

    [Fact]
    public async Task Doctor_SaysTheSame_ToMachines()
    {
        File.WriteAllText(_home.File("appsettings.Local.json"), "{\"Series\": {\"MinimumPosts\": 0}}");
        var run = await RunAsync("--json");
        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.False(json.RootElement.GetProperty("well").GetBoolean());
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ("trouble", "settings", "The setting Series:MinimumPosts is '0'; give 1 to 1000 posts. See docs/settings.md."),
            (finding.GetProperty("level").GetString(), finding.GetProperty("check").GetString(), finding.GetProperty("text").GetString()));
    }

    private string HackerNews() => $$"""
        "hackernews": {"Enabled": true, "Address": "{{_hackerNews.Address}}", "SpacingSeconds": 0.1}
        """;

    private string Reddit() => $$"""
        "reddit": {"Enabled": true, "Kind": "Reddit", "Address": "{{_reddit.Address}}", "DepthDays": 2, "SpacingSeconds": 0.1,
            "LegalBasis": "test", "Communities": ["TestTown"]}
        """;

    private void Configure(string sources, string userAgent = LiveStudy.UserAgent) => File.WriteAllText(
        _home.File("appsettings.Local.json"), $$"""{"Collect": {"UserAgent": "{{userAgent}}", "Sources": { {{sources}} } } }""");

    private Task<ProgramRun> RunAsync(params string[] more) =>
        ProgramRun.Of(_home, _environment, ["doctor", "--database", _home.File("c.db"), .. more]);
}
