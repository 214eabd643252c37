using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Web;

public sealed class CoverageEndpointTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Coverage_TellsEachDay()
    {
        var town = _store.Community("Town");
        Window(town, "comment", "2026-03-02", "2026-03-04", "complete", 1);
        Window(town, "comment", "2026-03-04", "2026-03-05", "truncated", 0.25);
        Window(town, "comment", "2026-03-05", "2026-03-06", "failed", 0);
        Window(town, "comment", "2026-03-06", "2026-03-07", "missing", 0);
        Window(town, "comment", "2026-03-07", "2026-03-07T12:00", "complete", 1);
        Window(town, "comment", "2026-03-07T12:00", "2026-03-08", "missing", 0);
        await using var site = await TestSite.StartAsync(_store);
        Assert.Equal(
            ["2026-03-01 not wanted 0", "2026-03-02 complete 1", "2026-03-03 complete 1", "2026-03-04 truncated 0.25", "2026-03-05 failed 0",
                "2026-03-06 missing 0", "2026-03-07 partial 0.5", "2026-03-08 not wanted 0"],
            Days(await site.JsonAsync("/api/coverage?source=reddit&community=town&from=2026-03-01&until=2026-03-09")));
    }

    [Fact]
    public async Task Coverage_WantsEveryKind_AndTakesTheBetterOfOwnAndEveryCommunitysWindows()
    {
        var town = _store.Community("Town");
        Window(null, "comment", "2026-03-01", "2026-03-04", "complete", 1);
        Window(null, "submission", "2026-03-01", "2026-03-02", "complete", 1);
        Window(town, "submission", "2026-03-02", "2026-03-03", "complete", 1);
        await using var site = await TestSite.StartAsync(_store);
        Assert.Equal(
            ["2026-03-01 complete 1", "2026-03-02 complete 1", "2026-03-03 partial 0.5"],
            Days(await site.JsonAsync("/api/coverage?community=Town&from=2026-03-01")));
        Assert.Equal(
            ["2026-03-01 complete 1", "2026-03-02 partial 0.5", "2026-03-03 partial 0.5"],
            Days(await site.JsonAsync("/api/coverage?community=all&from=2026-03-01")));
    }

    [Fact]
    public async Task Coverage_SaysWhatCanBeAsked_AndShowsAtMostHalfAYear_WhenNobodySaysWhat()
    {
        Window(_store.Community("zebra"), "comment", "2024-01-01", "2026-03-02", "complete", 1);
        Window(_store.Community("Ant"), "comment", "2026-03-01", "2026-03-03", "complete", 1);
        await using var site = await TestSite.StartAsync(_store);
        var calendar = await site.JsonAsync("/api/coverage");
        Assert.Equal("reddit Ant 2026-03-01 2026-03-03", string.Join(' ', new[] { "source", "community", "from", "until" }.Select(name => calendar.GetProperty(name).GetString())));
        Assert.Equal("""["Ant","zebra"]""", calendar.GetProperty("communities").GetRawText());
        Assert.Equal("""["reddit"]""", calendar.GetProperty("sources").GetRawText());
        Assert.Equal("2025-08-31", (await site.JsonAsync("/api/coverage?community=ZEBRA")).GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("from=yesterday", 400, "Wrong query", "from 'yesterday' is no day; write year-month-day, for example 2023-01-31.")]
    [InlineData("author=me", 400, "Wrong query", "key 'author' is unknown; use one of source, community, from, until.")]
    [InlineData("from=2026-03-05&until=2026-03-05", 400, "Wrong query", "from '2026-03-05' until '2026-03-05' is no range of 1 to 3660 days; until is the day after the last.")]
    [InlineData("until=0001-02-01", 400, "Wrong query", "until '0001-02-01' is out of range; take a day from 1900-01-01 to 2200-01-01.")]
    [InlineData("from=1900-01-01", 400, "Wrong query", "from '1900-01-01' until '2026-03-02' is no range of 1 to 3660 days; until is the day after the last.")]
    [InlineData("source=usenet", 404, "Not in the store", "source 'usenet' is not in the coverage ledger; use one of reddit.")]
    [InlineData("community=none", 404, "Not in the store", "community 'none' is not in the coverage ledger of 'reddit'; use one of all.")]
    public async Task Coverage_ExplainsItself_WhenItHasNoAnswer(string query, int status, string title, string detail)
    {
        Window(null, "comment", "2026-03-01", "2026-03-02", "complete", 1);
        await using var site = await TestSite.StartAsync(_store);
        Assert.Equal((status, title, detail), await site.ProblemAsync($"/api/coverage?{query}"));
    }

    [Fact]
    public async Task Coverage_SaysSo_WhereNothingIs()
    {
        await using var site = await TestSite.StartAsync(_store);
        Assert.Equal((404, "Not in the store", "Nothing was collected or imported yet, so there is no coverage to show."), await site.ProblemAsync("/api/coverage"));
    }

    private static IEnumerable<string> Days(JsonElement calendar) => calendar.GetProperty("days").EnumerateArray()
        .Select(day => $"{day.GetProperty("day")} {day.GetProperty("state")} {day.GetProperty("covered")}");

    private void Window(long? community, string kind, string from, string until, string state, double fraction) => _store.Execute(
        """
        insert into collection_window (source_id, kind, community_id, from_ms, until_ms, state, fraction)
        values (@SourceId, @kind, @community, @from, @until, @state, @fraction)
        """,
        new { _store.SourceId, kind, community, from = StoreBuilder.Ms(from), until = StoreBuilder.Ms(until), state, fraction });
}
