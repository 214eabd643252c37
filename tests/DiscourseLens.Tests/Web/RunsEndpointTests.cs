using System.Text.Json;
using DiscourseLens.Tests.Support;
using DiscourseLens.Web;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Web;

public sealed class RunsEndpointTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public RunsEndpointTests() => LiveRows.Add(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Runs_TellHowEachSourceStands()
    {
        await using var site = await StartAsync();
        var source = (await site.JsonAsync("/api/runs")).GetProperty("sources")[1];
        Assert.Equal("reddit|Reddit|True|waiting", Text(source, "name", "kind", "enabled", "state"));
        Assert.Equal("2026-03-11T12:00:00Z|oauth.reddit.com asks to be left alone until 2026-03-11T12:00:00Z|598.5", Text(source, "notBefore", "why", "requestsLeft"));
        Assert.Equal("2026-03-10T12:10:00Z|True", Text(source, "nextRun", "runsEarly"));
    }

    [Fact]
    public async Task Runs_TellHowEachPlaceStands_AndHideSmallCounts()
    {
        await using var site = await StartAsync();
        var places = (await site.JsonAsync("/api/runs")).GetProperty("sources")[1].GetProperty("places");
        Assert.Equal("comments: Closed|it is private|2026-03-11T00:00:00Z", Text(places[0], "name", "unavailable", "retry"));
        Assert.Equal(JsonValueKind.Null, places[0].GetProperty("last").ValueKind);
        Assert.Equal($"posts: {LiveRows.Hostile}|163|330|24|2", Text(places[1], "name", "weekFetched", "weekTruncated", "weekTruncatedHours", "weekMissingHours"));
        Assert.Equal("2026-03-10T00:00:00Z|2026-03-10T10:00:00Z|complete|<10|<10|0", Text(places[1].GetProperty("last"), "start", "end", "state", "expected", "fetched", "rejected"));
    }

    [Fact]
    public async Task Runs_TellOfUnusualVolume_AndOfListingsThatFillUp()
    {
        await using var site = await StartAsync();
        var place = (await site.JsonAsync("/api/runs")).GetProperty("sources")[1].GetProperty("places")[1];
        Assert.Equal("high|2026-03-09|450|40", Text(place.GetProperty("alarm"), "direction", "since", "posts", "usual"));
        Assert.Equal("300|True", Text(place, "hourly", "overflows"));
        Assert.Equal(5 / 3.0, place.GetProperty("fullAfterHours").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Runs_NameSourcesThatWereNeverCollected()
    {
        await using var site = await StartAsync();
        var source = (await site.JsonAsync("/api/runs")).GetProperty("sources")[0];
        Assert.Equal("hackernews|HackerNews|True|never collected|0", Text(source, "name", "kind", "enabled", "state", "posts"));
    }

    [Theory]
    [InlineData("SQLite Error 14: unable to open '/home/anna/study.db'", true)]
    [InlineData("Could not find file C:\\study.db", true)]
    [InlineData("oauth.reddit.com/r/town/new answers 502: the server is in trouble; it is tried again later.", false)]
    public async Task Runs_NameNoFileOfThisMachine(string error, bool isHidden)
    {
        _store.Execute("update work set error = @error", new { error });
        await using var site = await StartAsync();
        var why = Text((await site.JsonAsync("/api/runs")).GetProperty("sources")[1], "why");
        Assert.Equal(isHidden ? "its last run failed; `discourselens doctor` says why" : error, why);
    }

    [Fact]
    public async Task Runs_SayStopped_WhereASourceRefused()
    {
        _store.Execute("update live_source set stopped = 'It refuses us.'; update work set state = 'failed'");
        await using var site = await StartAsync();
        Assert.Equal("stopped|It refuses us.", Text((await site.JsonAsync("/api/runs")).GetProperty("sources")[1], "state", "why"));
    }

    [Fact]
    public async Task Runs_AreEmpty_WhereNothingIsCollected()
    {
        using var empty = new StoreBuilder();
        await using var site = await TestSite.StartAsync(empty);
        Assert.Equal(0, (await site.JsonAsync("/api/runs")).GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task Page_IsServed_WithoutInlineCode()
    {
        await using var site = await StartAsync();
        var page = await site.TextAsync("/runs");
        Assert.Contains("<h1 id=\"headline\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<style|style=|<script>|\\son[a-z]+=", page);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(_store, services => services
        .AddSingleton<TimeProvider>(new FakeTimeProvider(LiveRows.Now)).AddSingleton<ICollectionPlan>(new Plan()));

    private static string Text(JsonElement at, params string[] names) => string.Join('|', names.Select(name => at.GetProperty(name).ToString()));

    private sealed class Plan : ICollectionPlan
    {
        public IReadOnlyList<PlannedSource> Sources { get; } =
        [
            new("hackernews", "HackerNews", LiveRows.Now.AddMinutes(17), null),
            new("reddit", "Reddit", LiveRows.Now.AddMinutes(20), 598.5),
        ];
    }
}
