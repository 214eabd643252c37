using System.Text.Json;
using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The honesty of the chart: gaps, states, marks, axes, weight and speed.</summary>
public sealed class ChartTests(Site site) : IClassFixture<Site>
{
    private const int MostBytes = 450 * 1024;
    private const double MostMilliseconds = 1000;

    [Fact]
    public void Chart_TellsStatesApart_WithoutColor()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?measure=volume");

        var items = browser.Run(
            "return echarts.getInstanceByDom(document.getElementById('chart')).getOption().series.find(each => each.id === 'value').data;");

        Assert.Equal(JsonValueKind.Null, items[8].GetProperty("value").ValueKind); // missing
        Assert.Equal(JsonValueKind.Null, items[14].GetProperty("value").ValueKind); // a fifth covered
        Assert.Equal(JsonValueKind.Null, items[17].GetProperty("value").ValueKind); // six posts
        Assert.Equal(0, items[11].GetProperty("value").GetDouble()); // nobody wrote
        Assert.Equal("#ffffff", items[20].GetProperty("itemStyle").GetProperty("color").GetString()); // three fifths covered
        Assert.Equal("triangle", items[29].GetProperty("symbol").GetString()); // read too soon
    }

    [Fact]
    public void Chart_PrintsTheMarkAndNoBand_WhenStanceIsUncorrected()
    {
        using var browser = Browser.Start().With(360, 800, "dark").Open($"{site.Address}/?measure=favor");

        var option = browser.Run(
            """
            const option = echarts.getInstanceByDom(document.getElementById('chart')).getOption();
            return { texts: option.graphic[0].elements.map(each => each.style.text), axis: [option.yAxis[0].min, option.yAxis[0].max],
              bands: option.series.find(each => each.id === 'band').data.length };
            """);

        Assert.Contains("uncorrected: not for publication", option.GetProperty("texts").ToString(), StringComparison.Ordinal);
        Assert.Equal("[0,1]", option.GetProperty("axis").ToString());
        Assert.Equal(0, option.GetProperty("bands").GetInt32());
    }

    [Fact]
    public void Chart_SaysSo_WhenItsAxisIsZoomed()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/?measure=sentiment");
        string Axis() => browser.Run(
            """
            const option = echarts.getInstanceByDom(document.getElementById('chart')).getOption();
            return [option.yAxis[0].min, option.yAxis[0].max, option.graphic[0].elements[0].style.text];
            """).ToString();
        Assert.Equal("[-1,1,\"\"]", Axis());

        browser.Run("delete document.body.dataset.shown; document.getElementById('zoom').click()");
        browser.WaitForChart();

        Assert.Contains("axis zoomed to −0.5 … +0.5", Axis(), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_StandOnTheirDay_AndAreToldBeneath()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?measure=volume");
        var listed = browser.Driver.FindElements(By.CssSelector("#event-list li"));
        Assert.Equal(["hostile", "fair"], listed.Select(each => each.FindElement(By.LinkText("before and after")).GetDomProperty("href")!.Split("event=")[1]));
        Assert.Contains("12 Apr 2022 Something happened · world", listed[1].Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/news", listed[1].FindElement(By.LinkText("source")).GetDomProperty("href"));
        Assert.Empty(listed[0].FindElements(By.LinkText("source"))); // its address is no web address

        browser.Driver.FindElement(By.Id("chart")).SendKeys(Keys.Home + Keys.PageDown + Keys.ArrowRight + Keys.ArrowRight + Keys.ArrowRight);

        Assert.StartsWith("Apr 2022 · ", browser.Driver.FindElement(By.Id("readout")).Text, StringComparison.Ordinal);
        Assert.Contains("12 Apr 2022: \u2068Something happened\u2069", browser.Driver.FindElement(By.Id("readout")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_IsLightAndQuick_WhenNothingIsCached()
    {
        var runs = Enumerable.Range(0, 3).Select(_ => Load()).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', runs));
        Assert.All(runs, run => Assert.InRange(run.Bytes, 100_000, MostBytes));
        Assert.InRange(runs.Min(run => run.Milliseconds), 1, MostMilliseconds);
    }

    private (int Bytes, double Milliseconds) Load()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open(site.Address);
        var found = browser.Run(
            """
            const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            return { bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0), first: performance.getEntriesByName('first-chart')[0].startTime };
            """);
        return (found.GetProperty("bytes").GetInt32(), found.GetProperty("first").GetDouble());
    }
}
