using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The chart in a frame of another site: shown where the settings name that site, and nothing else ever.</summary>
public sealed class EmbedTests
{
    private const string Series = "measure=sentiment&target=mdma";

    [Fact]
    public async Task Chart_IsShownInTheFrame_OfASiteThatIsNamed()
    {
        await using var other = await OtherSite.StartAsync();
        await using var site = await OpenAsync(other.Address);
        other.Framed = $"{site.Address}/embed?{Series}";
        using var browser = Browser.Start().With(768, 700, "light");

        browser.Driver.Navigate().GoToUrl(other.Address);
        browser.Driver.SwitchTo().Frame(0);
        browser.WaitForChart();

        var api = await Shown.AnswerAsync(site.Address, $"trend?{Series}");
        Assert.Equal(Shown.Sentence(api, "headline"), browser.Driver.FindElement(By.Id("headline")).Text);
        Assert.Equal(api.GetProperty("buckets").EnumerateArray().Select(Shown.Drawn), Shown.Chart(browser, "value"));
        Assert.Equal(InventedStore.Notice, browser.Driver.FindElement(By.Id("notice")).Text);
        Assert.Equal($"{site.Address}/?{Series}", browser.Driver.FindElement(By.Id("whole")).GetDomProperty("href"));
        Assert.Empty(Axe.Serious(browser));
        Assert.Empty(browser.Console());
    }

    [Theory]
    [InlineData("/embed", false)]
    [InlineData("/", true)]
    public async Task Frame_StaysEmpty_OtherwiseAlways(string path, bool named)
    {
        await using var other = await OtherSite.StartAsync();
        await using var site = await OpenAsync(named ? [other.Address] : ["https://named.example"]);
        other.Framed = $"{site.Address}{path}?{Series}";
        using var browser = Browser.Start().With(768, 700, "light");

        browser.Driver.Navigate().GoToUrl(other.Address);
        browser.Wait("return document.readyState === 'complete'");
        var complaints = browser.Console();
        browser.Driver.SwitchTo().Frame(0);

        Assert.Contains(complaints, each => each.Contains("frame-ancestors", StringComparison.Ordinal));
        Assert.Empty(browser.Driver.FindElements(By.Id("headline")));
    }

    [Fact]
    public async Task Chart_IsOfTheFirstSource_WhereTheAddressNamesNone()
    {
        await using var site = await OpenAsync();
        site.Store.AddSource("usenet");
        using var browser = Browser.Start().With(768, 700, "light").Open($"{site.Address}/embed?{Series}");

        var api = await Shown.AnswerAsync(site.Address, $"trend?{Series}&source=reddit");
        Assert.Equal(Shown.Sentence(api, "headline"), browser.Driver.FindElement(By.Id("headline")).Text);
        Assert.EndsWith("in all communities of reddit", browser.Driver.FindElement(By.Id("chart-title")).Text, StringComparison.Ordinal);
        Assert.EndsWith("&source=reddit", browser.Driver.FindElement(By.Id("whole")).GetDomProperty("href")!, StringComparison.Ordinal);
    }

    private static async Task<Site> OpenAsync(params string[] hosts)
    {
        var site = new Site(hosts);
        await site.InitializeAsync();
        return site;
    }
}
