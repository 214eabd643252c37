using System.Globalization;
using System.Text.Json;
using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The view of a change: the API's sentence and numbers, no claim beyond the interval, and nothing of stance.</summary>
public sealed class ChangeTests(Site site) : IClassFixture<Site>
{
    private const string Fall = "a=2021-05-01..2021-09-01&b=2022-07-01..2022-09-01";
    private const string Still = "a=2021-05-01..2021-07-01&b=2021-07-01..2021-09-01";

    [Theory]
    [InlineData(Fall, "sentiment", "Yes, it fell by ")]
    [InlineData(Still, "sentiment", "No change can be detected.")]
    [InlineData(Still, "share", "Yes, it fell by 1.8 points.")]
    [InlineData("a=2022-06-01..2022-07-01&b=2022-10-01..2022-11-01", "sentiment", "It cannot be told.")]
    public async Task View_TellsWhatTheApiTells(string intervals, string measure, string answer)
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=change&measure={measure}&{intervals}");
        var api = await Shown.AnswerAsync(site.Address, $"change?measure={measure}&{intervals}");

        Assert.Equal(Shown.Sentence(api, "sentence"), Text(browser, "#headline"));
        Assert.StartsWith(answer, Text(browser, ".short"), StringComparison.Ordinal);
        Assert.Equal(answer.StartsWith("Yes", StringComparison.Ordinal), Clear(api.GetProperty("difference")));
        Assert.Equal(
            new[] { "a", "b" }.Select(side => $"{api.GetProperty(side).GetProperty("n")} {api.GetProperty(side).GetProperty("value")}"),
            Facts(browser));
        Assert.Empty(browser.Console());
    }

    [Fact]
    public async Task View_RoundsUpWhatCouldNotHaveBeenSeen_AsTheSentenceDoes()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=change&measure=sentiment&{Still}");
        var api = await Shown.AnswerAsync(site.Address, $"change?measure=sentiment&{Still}");
        var detectable = api.GetProperty("difference").GetProperty("detectable").GetDouble();
        var size = (Math.Ceiling(100 * detectable) / 100).ToString("0.00", CultureInfo.InvariantCulture);

        Assert.Contains($"; changes under {size} could not", api.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains($"A change under {size} could not", Text(browser, "#change"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_ShowsBothLevelsWhereTheyBelong()
    {
        using var browser = Browser.Start().With(1440, 900, "dark").Open($"{site.Address}/?view=change&{Fall}");
        var api = await Shown.AnswerAsync(site.Address, $"change?measure=sentiment&{Fall}");

        Assert.Equal(
            ["The same people wrote otherwise", "The same people wrote more or less often", "New people came", "People left"],
            browser.Driver.FindElements(By.CssSelector(".parts .forest-name")).Select(each => each.Text));
        var total = Math.Abs(api.GetProperty("decomposition").GetProperty("total").GetDouble());
        Assert.Contains(FormattableString.Invariant($"Together −{total:0.00}"), Text(browser, ".parts"), StringComparison.Ordinal);
        Assert.Contains("mistakes", Text(browser, "#change .stance"), StringComparison.Ordinal);
        Assert.Contains("not corrected for model error, so no interval can be given", Text(browser, "#change .stance"), StringComparison.Ordinal);
        Assert.Equal(2, browser.Run(
            "return echarts.getInstanceByDom(document.querySelector('#change .chart')).getOption().series.find(each => each.id === 'levels').data.length").GetInt32());
    }

    [Fact]
    public void View_RefusesStance_AndSaysWhy()
    {
        using var browser = Browser.Start().With(360, 800, "light").Open($"{site.Address}/?view=change&measure=favor&{Fall}");

        Assert.Equal("No change in model share in favor can be tested yet", Text(browser, "#headline"));
        Assert.False(browser.Driver.FindElement(By.CssSelector("#change .answer")).Displayed);
        Assert.Contains("no change is tested", Text(browser, "#change .stance"), StringComparison.Ordinal);
        Assert.Empty(browser.Console());
    }

    [Fact]
    public void View_ComparesTheLastHalfYears_UntilTheReaderChoosesOthers()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/?view=change");
        Assert.Contains("A (2022-07-01..2023-01-01)", Text(browser, "#headline"), StringComparison.Ordinal);
        Assert.Contains("B (2023-01-01..2023-07-01)", Text(browser, "#headline"), StringComparison.Ordinal);

        browser.Run(
            """
            delete document.body.dataset.shown;
            const field = document.querySelector('[name=a-from]');
            field.value = '2022-01-01';
            field.dispatchEvent(new Event('change', { bubbles: true }));
            """);
        browser.WaitForChart();

        Assert.EndsWith("?view=change&a=2022-01-01..2023-01-01&b=2023-01-01..2023-07-01", browser.Driver.Url, StringComparison.Ordinal);
        Assert.Contains("A (2022-01-01..2023-01-01)", Text(browser, "#headline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_SetsTheIntervals_AndIsTested()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=change&event=fair");
        browser.Wait("return !!document.querySelector('.step > p').textContent");
        var test = await Shown.AnswerAsync(site.Address, "change?measure=sentiment&event=fair");

        Assert.Contains("A (2021-10-12..2022-04-12)", Text(browser, "#headline"), StringComparison.Ordinal);
        Assert.Contains("B (2022-04-12..2022-10-12)", Text(browser, "#headline"), StringComparison.Ordinal);
        Assert.Equal(Shown.Sentence(test, "sentence"), Text(browser, ".step > p"));
        Assert.Equal(
            test.GetProperty("series").EnumerateArray().Select(point => point.GetProperty("value").ToString()),
            browser.Run(
                """
                return echarts.getInstanceByDom(document.querySelector('.step .chart')).getOption().series.find(each => each.id === 'value').data
                  .map(item => item.value).filter(value => value !== null);
                """).EnumerateArray().Select(value => value.ToString()));
        Assert.Equal(test.GetProperty("notes").GetArrayLength(), browser.Driver.FindElements(By.CssSelector(".step .notes li")).Count);
    }

    private static string Text(Browser browser, string place) => browser.Driver.FindElement(By.CssSelector(place)).Text;

    private static bool Clear(JsonElement difference) => difference.ValueKind == JsonValueKind.Object
        && difference.GetProperty("low").GetDouble() * difference.GetProperty("high").GetDouble() > 0;

    // Posts and level of both sides, by the numbers the cells carry.
    private static IEnumerable<string> Facts(Browser browser) => browser.Run(
        """
        const cell = (head, side) => [...document.querySelectorAll('#change .why tr')].find(row => row.cells[0].textContent === head).cells[side];
        return [1, 2].map(side => `${cell('Posts', side).querySelector('data').value} ${cell('Level', side).querySelector('data').value}`);
        """).EnumerateArray().Select(each => each.GetString()!);
}
