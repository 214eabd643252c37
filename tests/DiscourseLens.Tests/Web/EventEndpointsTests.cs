using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Tests.Web;

public sealed class EventEndpointsTests : IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)> \"=2+2 {0} [red]x[/]";
    private readonly StoreBuilder _store = new();

    public EventEndpointsTests()
    {
        var catalog = new EventCatalog(_store.Database);
        catalog.Load([]);
        catalog.Add(EventRules.Of(["hostile", "2022-09-10", Hostile, "<b>US</b>", "all", "media", "https://example.org"], EventOrigin.Added));
        var c = _store.Community("c");
        _store.Covers("2022-01-01", "2024-01-01");
        for (var month = 0; month < 24; month++)
        {
            for (var author = 1; author <= 12; author++)
                _store.Post(new DateOnly(2022, 1 + month % 12, 5).AddYears(month / 12).ToString("O"), c, author, author % 3 * 0.1 + month * 7 % 5 * 0.02);
        }

        _store.RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Events_AreChosenByDayAndTarget_AndTitlesAreTextOnly()
    {
        await using var site = await TestSite.StartAsync(_store);

        var answer = await site.JsonAsync("/api/events?from=2022-01-01&until=2023-07-02&target=mdma");

        Assert.Equal("2022-01-01 2023-07-02 mdma", string.Join(' ', answer.GetProperty("query").EnumerateObject().Select(cell => cell.Value.GetString())));
        var events = answer.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["hostile", "australia-announced", "reddit-blackout", "australia-in-force"], events.Select(each => each.GetProperty("id").GetString()));
        Assert.Equal(["id", "day", "title", "place", "targets", "kind", "url", "origin"], events[0].EnumerateObject().Select(cell => cell.Name));
        Assert.Equal(Hostile, events[0].GetProperty("title").GetString());
        using var raw = await site.GetAsync("/api/events");
        Assert.Equal(("application/json", "nosniff"), (raw.Content.Headers.ContentType?.MediaType, raw.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal((400, "Wrong query", "key 'title' is unknown; use one of from, until, target."), await site.ProblemAsync("/api/events?title=x"));
    }

    [Fact]
    public async Task Change_TestsAnEvent_WithNearOnesBesideIt()
    {
        await using var site = await TestSite.StartAsync(_store);

        var test = await site.JsonAsync("/api/change?measure=sentiment&at=2022-09-01");

        Assert.Equal(
            ["query", "day", "event", "near", "near_days", "scale", "points", "left_out", "level", "slope", "rho", "placebo", "series", "breaks", "sentence", "notes"],
            test.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["value", "low", "high", "p", "clear", "detectable", "newey_west_error", "newey_west_p"],
            test.GetProperty("level").EnumerateObject().Select(member => member.Name));
        Assert.Equal(("hostile", 9, Hostile), (test.GetProperty("near")[0].GetProperty("id").GetString(), test.GetProperty("near")[0].GetProperty("days").GetInt32(), test.GetProperty("near")[0].GetProperty("title").GetString()));
        Assert.Contains($"Near events: {Hostile} (2022-09-10).", test.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.Equal((24, "unit"), (test.GetProperty("points").GetInt32(), test.GetProperty("scale").GetString()));
        Assert.DoesNotContain("img", test.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("hostile", (await site.JsonAsync("/api/change?measure=sentiment&event=hostile")).GetProperty("event").GetProperty("id").GetString());
        Assert.Equal(
            (404, "Not in the store"), await Trouble(site, "/api/change?event=nothing"));
        Assert.Equal(
            (400, "Wrong query"), await Trouble(site, "/api/change?measure=favor&at=2022-09-01"));
    }

    [Fact]
    public async Task Change_LooksForShifts_AndCallsThemExploratory()
    {
        await using var site = await TestSite.StartAsync(_store);

        var shifts = await site.JsonAsync("/api/change?measure=sentiment&points=true");

        Assert.True(shifts.GetProperty("exploratory").GetBoolean());
        Assert.StartsWith("Exploratory: ", shifts.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["query", "exploratory", "scale", "points", "left_out", "penalty", "shifts", "breaks", "sentence", "notes"],
            shifts.EnumerateObject().Select(member => member.Name));
    }

    private static async Task<(int, string)> Trouble(TestSite site, string path)
    {
        var (status, title, _) = await site.ProblemAsync(path);
        return (status, title);
    }
}
