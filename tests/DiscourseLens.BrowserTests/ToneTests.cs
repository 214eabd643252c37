using System.Text.Json;
using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Tone against stance: two panels, and the months in each of the four cells.</summary>
public sealed class ToneTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Lanes_CountTheMonthsOfEachCell()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=tone");
        var tone = await Shown.ApiAsync(site.Address, "measure=sentiment");
        var net = await Shown.ApiAsync(site.Address, "measure=net");
        var cells = tone.Zip(net, Cell).ToList();

        var shown = browser.Run(
            """
            return [...document.querySelectorAll('.lane')].map(lane =>
              `${parseInt(lane.textContent)} ${lane.querySelectorAll('rect').length} ${[...lane.querySelectorAll('rect')].map(part => Math.floor(part.x.baseVal.value))}`);
            """).EnumerateArray().Select(each => each.GetString());

        Assert.Equal(new[] { "-+", "+-", "++", "--", "?" }.Select(cell => Lane(cells, cell)), shown);
        var apart = cells.Count(cell => cell is "-+" or "+-");
        Assert.InRange(apart, 1, 20);
        Assert.Contains(
            $"In {apart} of {cells.Count(cell => cell.Length == 2)} months with a clear tone",
            browser.Driver.FindElement(By.Id("headline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panels_KeepToneAndStanceOnAxesOfTheirOwn()
    {
        using var browser = Browser.Start().With(768, 900, "dark").Open($"{site.Address}/?view=tone&target=mdma");

        foreach (var (measure, series, chart) in new[] { ("sentiment", "value", 0), ("favor", "value", 1), ("against", "against", 1) })
        {
            var api = await Shown.ApiAsync(site.Address, $"measure={measure}&target=mdma");
            Assert.Equal(api.Select(Shown.Drawn), Shown.Chart(browser, series, "#tone .chart", chart));
        }

        var stance = browser.Run(
            """
            const option = echarts.getInstanceByDom(document.querySelectorAll('#tone .chart')[1]).getOption();
            return { axes: option.yAxis.length, ends: [option.yAxis[0].min, option.yAxis[0].max], texts: option.graphic[0].elements.map(each => each.style.text),
              bands: option.series.find(each => each.id === 'band').data.length };
            """);
        Assert.Equal("""1 [0,1] 0""", $"{stance.GetProperty("axes")} {stance.GetProperty("ends")} {stance.GetProperty("bands")}");
        Assert.Contains("uncorrected: not for publication", stance.GetProperty("texts").ToString(), StringComparison.Ordinal);
    }

    private static string Lane(List<string> cells, string cell)
    {
        var places = Enumerable.Range(0, cells.Count).Where(i => cells[i] == cell).ToList();
        return $"{places.Count} {places.Count} {string.Join(',', places)}";
    }

    // An interval that holds zero tells no sign.
    private static string Cell(JsonElement tone, JsonElement net)
    {
        if (Shown.Drawn(tone).Length == 0 || Shown.Drawn(net).Length == 0 || tone.GetProperty("low").ValueKind == JsonValueKind.Null)
            return "";
        var (low, high, stance) = (tone.GetProperty("low").GetDouble(), tone.GetProperty("high").GetDouble(), net.GetProperty("value").GetDouble());
        return (low <= 0 && high >= 0) || stance == 0 ? "?" : $"{(low > 0 ? '+' : '-')}{(stance > 0 ? '+' : '-')}";
    }
}
