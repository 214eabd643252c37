using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>The command <c>change</c> of a class of communities, and of a part of the posts.</summary>
public sealed class ChangeCommandScopeTests : IDisposable
{
    private static readonly string[] s_halves = ["--measure", "sentiment", "--a", "2022-01-01..2023-01-01", "--b", "2023-01-01..2024-01-01"];

    private readonly TempFolder _home = new();
    private readonly StoreBuilder _store = new();

    // Therapy communities step up, and there posts that name PTSD alone; the general one stays.
    public ChangeCommandScopeTests()
    {
        var (one, other, general) = (_store.Community("one", "therapy"), _store.Community("other", "therapy"), _store.Community("c"));
        _store.Covers("2022-01-01", "2024-01-01");
        for (var month = 0; month < 24; month++)
        {
            var day = new DateOnly(2022, 1, 5).AddMonths(month).ToString("O");
            for (var author = 1; author <= 24; author++)
            {
                var tone = author % 5 * 0.05;
                _store.Post(day, author % 3 == 0 ? other : one, author, tone + (month >= 12 ? 0.4 : 0), terms: ["ptsd"]);
                _store.Post(day, general, 100 + author, tone);
            }
        }

        _store.RollUp();
    }

    public void Dispose()
    {
        _home.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Change_IsOfTheClass_AndOfItsCommunitiesTogether()
    {
        var therapy = await JsonAsync([.. s_halves, "--class", "therapy"]);
        var named = await JsonAsync([.. s_halves, "--community", "one,other"]);

        Assert.Equal("therapy", Assert.Single(therapy.GetProperty("query").GetProperty("classes").EnumerateArray()).GetString());
        Assert.Equal((288, 288), (therapy.GetProperty("a").GetProperty("n").GetInt32(), therapy.GetProperty("b").GetProperty("n").GetInt32()));
        Assert.Equal(0.4, therapy.GetProperty("difference").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(named.GetProperty("difference").GetRawText(), therapy.GetProperty("difference").GetRawText());
        Assert.Equal(0, (await JsonAsync([.. s_halves, "--class", "general"])).GetProperty("difference").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(0.2, (await JsonAsync(s_halves)).GetProperty("difference").GetProperty("value").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Change_TestsADate_OfAClassAndOfAFilter()
    {
        string[] step = ["--measure", "sentiment", "--at", "2023-01-01"];

        Assert.Equal(0.4, await LevelAsync([.. step, "--class", "therapy"]), 1e-6);
        Assert.Equal(0.4, await LevelAsync([.. step, "--condition", "ptsd"]), 1e-6);
        Assert.Equal(0, await LevelAsync([.. step, "--class", "general"]), 1e-6);
    }

    [Theory]
    [InlineData(2, "--class 'clinic' is unknown; use one of therapy, substance, mental-health, general.", "--class", "clinic")]
    [InlineData(2, "--condition narrows the posts, and two intervals are compared of all of them; leave condition out, or ask at, event or points of the narrowed series.", "--condition", "ptsd")]
    [InlineData(1, "class 'substance' has no stored community in source", "--class", "substance")]
    public async Task Change_SaysWhatToDo_WhenAskedWrongly(int exit, string message, params string[] more)
    {
        var run = await Change([.. s_halves, .. more]);

        Assert.Equal((exit, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private Task<ProgramRun> Change(params string[] arguments) => ProgramRun.Of(_home, ["change", .. arguments, "--database", _store.Database.Path]);

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var run = await Change([.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private async Task<double> LevelAsync(params string[] arguments) => (await JsonAsync(arguments)).GetProperty("level").GetProperty("value").GetDouble();
}
