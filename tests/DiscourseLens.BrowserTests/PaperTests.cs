using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Every page as it is printed, whatever the screen was: dark on white, nothing to press, nothing cut off.</summary>
public sealed class PaperTests(Site site, RunsSite runs) : IClassFixture<Site>, IClassFixture<RunsSite>
{
    [Theory]
    [InlineData(1440, "?measure=sentiment")]
    [InlineData(360, "?measure=sentiment")]
    [InlineData(1440, "?view=compare&measure=favor")]
    [InlineData(1440, "?view=tone")]
    [InlineData(768, "?view=change&event=fair")]
    [InlineData(1440, "?view=methods")]
    [InlineData(1440, "embed?measure=sentiment")]
    [InlineData(360, "runs")]
    public void Paper_HoldsThePage(int width, string page)
    {
        using var browser = Browser.Start().With(width, 900, "dark").Open($"{(page == "runs" ? runs.Address : site.Address)}/{page}");
        if (page.Contains("event=", StringComparison.Ordinal))
            browser.Wait("return !!document.querySelector('.step > p').textContent");
        browser.Run("document.querySelectorAll('details.numbers').forEach(fold => fold.open = true)");

        browser.OnPaper();

        Assert.Equal("rgb(28, 34, 41)", browser.Run("return getComputedStyle(document.body).color").GetString());
        Assert.DoesNotContain(
            browser.Driver.FindElements(By.CssSelector("#controls, #views, .hint, .links, .check, button:not(#months button)")), each => each.Displayed);
        Assert.Equal("[]", browser.Run(
            """
            const right = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > right + 1)
              .map(each => `${each.tagName} ${each.className}`);
            """).ToString());
        Assert.Equal(ChartsOf(page), browser.Run(
            """
            const width = each => Math.round(each.getBoundingClientRect().width);
            return [...document.querySelectorAll('.chart')].filter(place => place.clientWidth > 0 && width(place) === width(place.querySelector('canvas'))).length;
            """).GetInt32());
        Assert.Empty(browser.Console());
    }

    [Fact]
    public void Screen_GetsItsChartBack_AfterThePrint()
    {
        using var browser = Browser.Start().With(1440, 900, "dark").Open($"{site.Address}/?measure=sentiment");
        const string Chart = "return [document.querySelector('#chart canvas').clientWidth, echarts.getInstanceByDom(document.getElementById('chart')).getOption().series.find(each => each.id === 'value').itemStyle.color]";
        var before = browser.Run(Chart).ToString();

        browser.Run("dispatchEvent(new Event('beforeprint'))");
        Assert.NotEqual(before, browser.Run(Chart).ToString());
        browser.Run("dispatchEvent(new Event('afterprint'))");

        Assert.Equal(before, browser.Run(Chart).ToString());
    }

    private static int ChartsOf(string page) => page switch
    {
        "?view=methods" or "runs" => 0,
        "?view=compare&measure=favor" or "?view=tone" or "?view=change&event=fair" => 2,
        _ => 1,
    };
}
