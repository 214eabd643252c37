using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The views as a whole: one address each, the same care in all.</summary>
public sealed class ViewTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string, int, string> Views { get; } = new(
        from view in new[] { "explore", "compare", "tone", "change", "methods" }
        from size in new[] { (360, "dark"), (1440, "light") }
        select (view, size.Item1, size.Item2));

    [Theory]
    [MemberData(nameof(Views))]
    public void View_IsAccessibleNarrowAndSilent(string view, int width, string scheme)
    {
        using var browser = Browser.Start().With(width, 900, scheme).Open($"{site.Address}/?view={view}&measure=sentiment");
        browser.Run("document.querySelectorAll('details.numbers').forEach(fold => fold.open = true)");

        Assert.Equal(view, browser.Driver.FindElement(By.CssSelector("nav [aria-current=page]")).GetDomAttribute("data-view"));
        Assert.Equal([view], browser.Driver.FindElements(By.CssSelector("main > section:not([hidden])")).Select(each => each.GetDomAttribute("id")));
        Assert.Empty(Axe.Serious(browser));
        Assert.Equal("[]", browser.Run("return window.violations").ToString());
        Assert.Empty(browser.Console());
        Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth").GetBoolean(), "The page is wider than the window.");
    }

    [Theory]
    [InlineData("?measure=sentiment", "#headline")]
    [InlineData("?view=compare&measure=sentiment", "#compare .sentence")]
    [InlineData("?view=change&event=fair", "#headline")]
    [InlineData("?view=change&event=fair", ".step .forest")]
    [InlineData("embed?measure=sentiment", "#headline")]
    public void NegativeNumbers_HaveOneSign_AlsoInTheServersSentences(string address, string sentence)
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/{address}");
        if (sentence.StartsWith(".step", StringComparison.Ordinal))
            browser.Wait("return !!document.querySelector('.step > p').textContent");

        Assert.Matches(@"\u2212\d", browser.Driver.FindElement(By.CssSelector(sentence)).Text);
        Assert.DoesNotMatch(Shown.NegativeSign(), browser.Driver.FindElement(By.TagName("body")).Text);
    }

    [Fact]
    public void Navigation_KeepsTheQuestion_AndGoesBack()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?measure=sentiment&by=quarter");

        browser.Follow("compare");
        Assert.EndsWith("/?view=compare&measure=sentiment&by=quarter", browser.Driver.Url, StringComparison.Ordinal);
        browser.Follow("tone");
        browser.Driver.ExecuteScript("delete document.body.dataset.shown; history.go(-2)");
        browser.WaitForChart();

        Assert.EndsWith("/?measure=sentiment&by=quarter", browser.Driver.Url, StringComparison.Ordinal);
        Assert.True(browser.Driver.FindElement(By.Id("chart")).Displayed);
        Assert.False(browser.Driver.FindElement(By.Id("tone")).Displayed);
    }

    [Fact]
    public void Page_ShowsTheFirstView_WhenTheAddressNamesNone()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/?view=__proto__&measure=share");

        Assert.True(browser.Driver.FindElement(By.Id("chart")).Displayed);
    }
}
