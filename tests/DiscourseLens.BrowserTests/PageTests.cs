using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The page in a real browser: what it shows, to whom, and that nothing in it complains.</summary>
public sealed class PageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(360, "light")]
    [InlineData(360, "dark")]
    [InlineData(768, "light")]
    [InlineData(768, "dark")]
    [InlineData(1440, "light")]
    [InlineData(1440, "dark")]
    public async Task Page_ShowsTheApisNumbersWithoutComplaint_WhenMeasureAndBucketAreSwitched(int width, string scheme)
    {
        using var browser = Browser.Start().With(width, 900, scheme).Open(site.Address);
        await AssertSameNumbers(browser, "measure=volume&by=month");

        browser.Choose("measure", "sentiment");
        await AssertSameNumbers(browser, "measure=sentiment&by=month");
        browser.Choose("by", "week");
        await AssertSameNumbers(browser, "measure=sentiment&by=week");
        browser.Choose("measure", "net");
        await AssertSameNumbers(browser, "measure=net&by=week");

        Assert.Empty(Axe.Serious(browser));
        Assert.Equal("[]", browser.Run("return window.violations").ToString());
        Assert.Empty(browser.Console());
        Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth").GetBoolean(), "The page is wider than the window.");
    }

    [Fact]
    public void Page_ShowsTheNoticeAsText()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open(site.Address);

        Assert.Equal(InventedStore.Notice, browser.Driver.FindElement(By.Id("notice")).Text);
        Assert.Empty(browser.Driver.FindElements(By.CssSelector("#notice b")));
    }

    [Fact]
    public void Page_ReadsBucketsAloud_WhenArrowKeysArePressed()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?measure=sentiment");
        var chart = browser.Driver.FindElement(By.Id("chart"));
        string Said() => browser.Driver.FindElement(By.CssSelector("#readout[aria-live=polite]")).Text;
        Assert.Matches("^Mean sentiment on .* [Mm]ean compound sentiment .* buckets, .* of them drawn.$", chart.GetAttribute("aria-label"));

        chart.SendKeys(Keys.ArrowRight);
        Assert.StartsWith("Jan 2021 · −0.03 (95 % −0.13 to +0.06) · 24 posts", Said(), StringComparison.Ordinal);
        chart.SendKeys(Keys.PageDown + Keys.ArrowRight + Keys.ArrowRight + Keys.ArrowRight + Keys.ArrowRight + Keys.ArrowRight);
        Assert.Contains("Jun 2022 · no value · <10 posts", Said(), StringComparison.Ordinal);
        Assert.Contains("hidden: fewer than 10 posts", Said(), StringComparison.Ordinal);
        chart.SendKeys(Keys.End);
        Assert.Contains("provisional", Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_GoesBack_WhenTheBrowserDoes()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open(site.Address);
        browser.Choose("measure", "sentiment");
        browser.Choose("target", "mdma");
        Assert.EndsWith("/?measure=sentiment&target=mdma", browser.Driver.Url, StringComparison.Ordinal);

        browser.Driver.ExecuteScript("delete document.body.dataset.shown; history.back()");
        browser.WaitForChart();

        Assert.EndsWith("/?measure=sentiment", browser.Driver.Url, StringComparison.Ordinal);
        Assert.Equal("all", browser.Driver.FindElement(By.Name("target")).GetDomProperty("value"));
        Assert.EndsWith("trend.csv?measure=sentiment", browser.Driver.FindElement(By.Id("csv")).GetDomProperty("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_TakesCommunitiesTogether_WhenSeveralAreChosen()
    {
        using var browser = Browser.Start().With(768, 900, "dark").Open(site.Address);
        browser.Driver.FindElement(By.CssSelector("#communities summary")).Click();
        browser.Driver.FindElement(By.Id("community-search")).SendKeys("quiet");
        Assert.Single(browser.Driver.FindElements(By.CssSelector("#community-list li:not([hidden])")));
        Assert.Equal("true", browser.Run(
            """
            const [box, name, posts] = [...document.querySelector("#community-list li:not([hidden]) label").children].map(each => each.getBoundingClientRect());
            return box.right < name.left && name.right < posts.left && Math.max(box.top, name.top, posts.top) < Math.min(box.bottom, name.bottom, posts.bottom);
            """).ToString(), ignoreCase: true);

        browser.Driver.FindElement(By.CssSelector("#community-list li:not([hidden]) input")).Click();
        browser.WaitForChart();
        browser.Driver.FindElement(By.Id("community-search")).SendKeys(string.Concat(Enumerable.Repeat(Keys.Backspace, 5)));
        browser.Driver.FindElement(By.CssSelector("#community-list input[value=TherapyTalk]")).Click();
        browser.Wait("return document.body.dataset.shown?.includes('TherapyTalk') ?? false");

        Assert.Contains("community=TherapyTalk&community=quietminds", browser.Driver.Url, StringComparison.Ordinal);
        Assert.Equal("2 chosen", browser.Driver.FindElement(By.Id("community-summary")).Text);
    }

    [Fact]
    public void Page_TellsTheServersSentence_WhenTheAddressIsWrong()
    {
        using var browser = Browser.Start().With(768, 900, "light");
        browser.Driver.Navigate().GoToUrl($"{site.Address}/?by=decade");
        browser.Wait("return document.getElementById('trouble')?.textContent !== ''");

        Assert.Equal(
            "by 'decade' is unknown; use one of day, week, month, quarter, year.",
            browser.Driver.FindElement(By.CssSelector("#trouble[role=alert]")).Text);
    }

    private async Task AssertSameNumbers(Browser browser, string query)
    {
        var api = await Shown.ApiAsync(site.Address, query);
        Assert.Equal(api.Select(Shown.Drawn), Shown.Chart(browser, "value"));
        Assert.Equal(api.Select(Shown.Row), Shown.Table(browser));
    }
}
