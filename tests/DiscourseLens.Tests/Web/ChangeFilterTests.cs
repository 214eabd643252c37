using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Web;

/// <summary>What the three questions about change answer of a part of the posts.</summary>
public sealed class ChangeFilterTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    // Two years; posts that name PTSD step up at their half, all others stay. A third is German, a third was gone after a week.
    public ChangeFilterTests()
    {
        var c = _store.Community("c");
        _store.Covers("2022-01-01", "2024-01-01");
        for (var month = 0; month < 24; month++)
        {
            var day = new DateOnly(2022, 1, 5).AddMonths(month).ToString("O");
            for (var author = 1; author <= 36; author++)
            {
                var named = author % 2 == 0;
                var tone = author % 5 * 0.05 + month * 7 % 5 * 0.01 + (named && month >= 12 ? 0.4 : 0);
                var post = _store.Post(day, c, author, tone, language: author % 3 == 0 ? "de" : "en", terms: named ? ["ptsd"] : []);
                _store.Looks(post, hours: 168, author % 3 == 1 ? "removed by moderator" : "live");
            }
        }

        _store.RollUp();
    }

    public static TheoryData<string, string> Filters { get; } = new() { { "condition", "ptsd" }, { "language", "en" }, { "age", "7d" } };

    public void Dispose() => _store.Dispose();

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Event_IsTestedInTheSeriesThatIsShown(string filter, string value)
    {
        await using var site = await TestSite.StartAsync(_store);
        var shown = await site.JsonAsync($"/api/trend?measure=sentiment&{filter}={value}");

        var test = await site.JsonAsync($"/api/change?measure=sentiment&at=2023-01-01&{filter}={value}");

        Assert.Equal(value, test.GetProperty("query").GetProperty(filter).GetString());
        Assert.Equal(Values(shown.GetProperty("buckets")), Values(test.GetProperty("series")));
        Assert.NotEqual(Values((await site.JsonAsync("/api/trend?measure=sentiment")).GetProperty("buckets")), Values(test.GetProperty("series")));
    }

    [Fact]
    public async Task Event_IsFoundWhereItIs_AndOnlyThere()
    {
        await using var site = await TestSite.StartAsync(_store);
        async Task<JsonElement> LevelAsync(string query) => (await site.JsonAsync($"/api/change?measure=sentiment&at=2023-01-01&{query}")).GetProperty("level");

        var named = await LevelAsync("condition=ptsd");

        Assert.True(named.GetProperty("clear").GetBoolean());
        Assert.Equal(0.4, named.GetProperty("value").GetDouble(), 0.05);
        Assert.Equal(0.2, (await LevelAsync("")).GetProperty("value").GetDouble(), 0.05);
        var sentence = (await site.JsonAsync("/api/change?measure=sentiment&at=2023-01-01&condition=ptsd")).GetProperty("sentence").GetString();
        Assert.StartsWith("Mean compound sentiment of posts that name PTSD stepped up by ", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Shifts_AreLookedForInTheSeriesThatIsShown(string filter, string value)
    {
        await using var site = await TestSite.StartAsync(_store);

        var shifts = await site.JsonAsync($"/api/change?measure=sentiment&points=true&{filter}={value}");

        Assert.Equal((24, value), (shifts.GetProperty("points").GetInt32(), shifts.GetProperty("query").GetProperty(filter).GetString()));
        var shift = Assert.Single(shifts.GetProperty("shifts").EnumerateArray());
        Assert.StartsWith("2023-01-01", shift.GetProperty("start").GetString(), StringComparison.Ordinal);
        if (filter == "condition")
            Assert.Equal(0.4, shift.GetProperty("value").GetDouble(), 0.05);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Intervals_AreRefused_WithTheFix(string filter, string value)
    {
        await using var site = await TestSite.StartAsync(_store);
        var fix = $"{filter} narrows the posts, and two intervals are compared of all of them; leave {filter} out, or ask at, event or points of the narrowed series.";

        foreach (var path in new[] { "/api/change", "/api/decompose" })
            Assert.Equal((400, "Wrong query", fix), await site.ProblemAsync($"{path}?measure=sentiment&a=2022-01-01..2023-01-01&b=2023-01-01..2024-01-01&{filter}={value}"));
    }

    [Theory]
    [InlineData("at=2023-01-01&measure=share&condition=ptsd", "measure 'share' cannot be had by condition: of the posts that were read and not kept nobody knows the condition; use measure=volume, or leave condition out.")]
    [InlineData("points=true&measure=favor&condition=ptsd", "measure 'favor' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.")]
    [InlineData("at=2023-01-01&measure=sentiment&language=de", "language 'de' has no sentiment: only texts in English, or of an undecided language, are scored; use measure=volume or language=en.")]
    [InlineData("at=2023-01-01&condition=ptsd&age=7d", "condition and age are both given, and series are kept for one of them at a time; leave one of the two out.")]
    [InlineData("points=true&condition=gout", "condition 'gout' is unknown; use one of ")]
    [InlineData("at=2023-01-01&condition=ocd", "0 usable months before 2023-01-01 and 0 from it on (24 without posts left out) are too few to test an event;")]
    public async Task Narrowed_NamesTheFix_WhenItHasNoAnswer(string query, string detail)
    {
        await using var site = await TestSite.StartAsync(_store);

        var (status, title, said) = await site.ProblemAsync($"/api/change?{query}");

        Assert.Equal((400, "Wrong query"), (status, title));
        Assert.StartsWith(detail, said, StringComparison.Ordinal);
    }

    private static List<double> Values(JsonElement points) => [.. points.EnumerateArray().Select(point => point.GetProperty("value").GetDouble())];
}
