using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Series of a part of the posts: the choices are those of the store, and one goes into address, chart and words.</summary>
public sealed class FilterTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Selects_OfferWhatTheStoreHolds()
    {
        using var browser = Browser.Start().With(360, 900, "light").Open($"{site.Address}/?measure=sentiment");
        browser.Driver.FindElement(By.CssSelector("#more > summary")).Click();

        Assert.Equal(["=all posts", "depression=depression", "ptsd=PTSD"], Options(browser, "condition"));
        Assert.Equal(["=all posts", "7d=7 days"], Options(browser, "age"));
        Assert.All(["condition", "language", "age"], name => Assert.True(Select(browser, name).Displayed));
    }

    [Theory]
    [InlineData(360, "sentiment", "condition", "ptsd", "posts that name PTSD")]
    [InlineData(1440, "favor", "condition", "depression", "posts that name depression")]
    [InlineData(360, "volume", "age", "7d", "posts still there at an age of 7 days")]
    [InlineData(1440, "sentiment", "age", "7d", "posts still there at an age of 7 days")]
    public async Task Choice_GoesIntoAddressChartAndWords(int width, string measure, string filter, string value, string words)
    {
        using var browser = Browser.Start().With(width, 900, "light").Open($"{site.Address}/?measure={measure}");
        var whole = Shown.Chart(browser, "value");
        browser.Driver.FindElement(By.CssSelector("#more > summary")).Click();

        browser.Choose(filter, value);

        Assert.EndsWith($"/?measure={measure}&{filter}={value}", browser.Driver.Url, StringComparison.Ordinal);
        var buckets = await Shown.ApiAsync(site.Address, $"measure={measure}&{filter}={value}");
        Assert.Equal(buckets.Select(Shown.Drawn), Shown.Chart(browser, "value"));
        Assert.NotEqual(whole, Shown.Chart(browser, "value"));
        Assert.Equal(buckets.Select(Shown.Row), Shown.Table(browser));
        Assert.Contains(words, browser.Driver.FindElement(By.Id("chart-title")).Text, StringComparison.Ordinal);
        Assert.Empty(Axe.Serious(browser));
        Assert.Empty(browser.Console());
        Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth").GetBoolean(), "The page is wider than the window.");
    }

    [Fact]
    public void Choice_TakesThePlaceOfTheOtherFilter()
    {
        using var browser = Browser.Start().With(768, 900, "dark").Open($"{site.Address}/?measure=sentiment&condition=ptsd");
        Assert.Equal("ptsd", Select(browser, "condition").GetDomProperty("value"));

        browser.Choose("age", "7d");

        Assert.EndsWith("/?measure=sentiment&age=7d", browser.Driver.Url, StringComparison.Ordinal);
        Assert.Equal("", Select(browser, "condition").GetDomProperty("value"));
    }

    [Fact]
    public void MissingMonth_IsSaidNotToBeLookedAt_WhereTheAgeIsFixed()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/?age=7d");

        browser.Driver.FindElement(By.Id("chart")).SendKeys(Keys.Home);

        Assert.Equal("Jan 2021 · missing, 0 % covered · not looked at at this age; not a zero", browser.Driver.FindElement(By.Id("readout")).Text);
        Assert.Contains("missing: not looked at at this age, never a zero", browser.Driver.FindElement(By.Id("legend")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not collected", browser.Driver.FindElement(By.Id("legend")).Text, StringComparison.Ordinal);
    }

    private static IWebElement Select(Browser browser, string name) => browser.Driver.FindElement(By.CssSelector($"#more [name={name}]"));

    private static IEnumerable<string> Options(Browser browser, string name) =>
        Select(browser, name).FindElements(By.TagName("option")).Select(option => $"{option.GetDomProperty("value")}={option.Text}");
}
