using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Names, titles and addresses made to be code are text on every view, and the policy has nothing to report.</summary>
public sealed class HostileTests(Site site) : IClassFixture<Site>
{
    private static readonly string s_community = Uri.EscapeDataString(InventedStore.Hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal));

    [Theory]
    [InlineData("view=explore&measure=sentiment&community={0}", "#chart-title", "#table caption", "#community-list")]
    [InlineData("view=compare&measure=sentiment&compare=community", "#compare h2", "#compare table")]
    [InlineData("view=tone&community={0}", "#tone h2", "#tone caption")]
    [InlineData("view=change&measure=sentiment&community={0}", "#change h2")]
    [InlineData("view=methods", "#methods")]
    public void CommunityName_IsText(string query, params string[] places)
    {
        using var browser = Open(query);
        browser.Run("document.querySelectorAll('details').forEach(fold => fold.open = true)");

        foreach (var place in places)
            Assert.Contains(Texts(browser, place), text => text.Contains(InventedStore.Hostile, StringComparison.Ordinal));
        AssertInert(browser);
    }

    [Theory]
    [InlineData("view=explore&measure=sentiment", "#event-list bdi")]
    [InlineData("view=change&event=hostile", "#change option")]
    public void EventTitle_IsText_AndItsSourceNoCode(string query, string place)
    {
        using var browser = Open(query);

        Assert.Contains(Texts(browser, place), text => text.Contains(InventedStore.Hostile, StringComparison.Ordinal));
        Assert.Empty(browser.Driver.FindElements(By.CssSelector("a[href^='javascript']")));
        browser.Driver.FindElement(By.CssSelector("section:not([hidden]) .chart")).SendKeys(Keys.Home + string.Concat(Enumerable.Repeat(Keys.ArrowRight, 9)));
        AssertInert(browser);
    }

    [Theory]
    [InlineData("by={0}")]
    [InlineData("target={0}&view=compare&compare=class")]
    [InlineData("community=%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E&view=tone")]
    [InlineData("view=change&a={0}&b=2021-01-01..2021-02-01")]
    [InlineData("from={0}&view=compare")]
    public void Address_IsText_WhereItIsRefused(string query)
    {
        using var browser = Browser.Start().With(768, 900, "light");
        browser.Watch();
        browser.Driver.Navigate().GoToUrl($"{site.Address}/?{Filled(query)}");
        browser.Wait("return !document.getElementById('trouble').hidden");

        Assert.Contains("<img src=x onerror=alert(", browser.Driver.FindElement(By.Id("trouble")).Text, StringComparison.Ordinal);
        AssertInert(browser, "the server responded with a status of 40");
    }

    [Theory]
    [InlineData("view={0}")]
    [InlineData("axis={0}&event={0}&compare={0}&view=compare")]
    [InlineData("view=change&event={0}")]
    [InlineData("{0}={0}#{0}")]
    public void Address_ChangesNothing_WhereItMeansNothing(string query)
    {
        using var browser = Open(query);

        AssertInert(browser);
    }

    private Browser Open(string query) => Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?{Filled(query)}");

    private static string Filled(string query) => query.Replace("{0}", s_community, StringComparison.Ordinal);

    private static List<string> Texts(Browser browser, string place) => browser
        .Run($"return [...document.querySelectorAll(`{place}`)].map(each => each.textContent)").EnumerateArray().Select(each => each.GetString()!).ToList();

    // No element that only markup could have made, no report of the policy, no complaint but the one expected.
    private static void AssertInert(Browser browser, string? expected = null)
    {
        var made = browser.Run("return [...document.querySelectorAll('img, iframe, object, embed, b, script:not([src]), [onerror], [style*=url]')].map(each => each.outerHTML)");
        Assert.Equal("[]", made.ToString());
        Assert.Equal("[]", browser.Run("return window.violations").ToString());
        Assert.All(browser.Console(), complaint => Assert.Contains(expected ?? "no complaint is expected", complaint, StringComparison.Ordinal));
    }
}
