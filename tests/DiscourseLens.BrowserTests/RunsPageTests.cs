using DiscourseLens.BrowserTests.Support;
using DiscourseLens.Tests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>The operators' page in a real browser.</summary>
public sealed class RunsPageTests(RunsSite site) : IClassFixture<RunsSite>
{
    [Theory]
    [InlineData(360, "light")]
    [InlineData(360, "dark")]
    [InlineData(1440, "light")]
    [InlineData(1440, "dark")]
    public void Page_ShowsSourcesPlacesAndDays_WithoutComplaint(int width, string scheme)
    {
        using var browser = Browser.Start().With(width, 900, scheme).Open($"{site.Address}/runs?community={Uri.EscapeDataString(LiveRows.Hostile)}");
        browser.Wait("return !!document.body.dataset.calendar");
        var text = browser.Driver.FindElement(By.Id("sources")).Text;
        if (Environment.GetEnvironmentVariable("LENS_SCREENSHOTS") is { } folder)
            browser.Screenshot(Path.Combine(folder, $"lens-runs-{width}-{scheme}.png"));

        Assert.Contains("reddit asked to wait until 2026-03-11 12:00 UTC", text.ReplaceLineEndings(" "), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("oauth.reddit.com asks to be left alone", text, StringComparison.Ordinal);
        Assert.Contains($"posts: {LiveRows.Hostile}", text, StringComparison.Ordinal);
        Assert.Contains("it is private. It is tried again at 2026-03-11 00:00 UTC.", text, StringComparison.Ordinal);
        Assert.Contains("never collected", text, StringComparison.Ordinal);
        Assert.Equal("1 of 2 sources need a look: reddit.", browser.Driver.FindElement(By.Id("headline")).Text);
        Assert.Equal(["complete", "truncated", "partial"], Classes(browser).Skip(Classes(browser).Count - 3));
        Assert.Empty(browser.Driver.FindElements(By.CssSelector("main b")));
        Assert.Empty(Axe.Serious(browser));
        Assert.Equal("[]", browser.Run("return window.violations").ToString());
        Assert.Empty(browser.Console());
        Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth").GetBoolean(), "The page is wider than the window.");
    }

    [Fact]
    public void Calendar_IsReadByKeyboard_AndAsATable()
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/runs?community={Uri.EscapeDataString(LiveRows.Hostile)}");
        browser.Wait("return !!document.body.dataset.calendar");
        string Said() => browser.Driver.FindElement(By.CssSelector("#day[aria-live=polite]")).Text;

        browser.Driver.FindElement(By.CssSelector("#months button[tabindex='0']")).SendKeys(Keys.End);
        Assert.Equal("10 March 2026: partial, 42 % covered", Said());
        browser.Driver.SwitchTo().ActiveElement().SendKeys(Keys.ArrowLeft);
        Assert.Equal("9 March 2026: truncated, 25 % covered", Said());
        browser.Driver.SwitchTo().ActiveElement().SendKeys(Keys.ArrowUp);
        Assert.Equal("8 March 2026: complete", Said()); // the first day shown: there is no week before it
        Assert.Equal("1", browser.Run("return document.querySelectorAll('#months button[tabindex=\"0\"]').length").ToString());

        browser.Driver.FindElement(By.CssSelector("#calendar-table summary")).Click();
        Assert.Contains("2026-03-09 truncated 1 25 %", browser.Driver.FindElement(By.CssSelector("#calendar-table tbody")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_TellsTheServersSentence_WhenTheAddressIsWrong()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/runs?community=none");
        browser.Wait("return !!document.body.dataset.calendar");

        Assert.StartsWith(
            "community 'none' is not in the coverage ledger of 'reddit'",
            browser.Driver.FindElement(By.CssSelector("#calendar-trouble[role=alert]")).Text, StringComparison.Ordinal);
    }

    private static List<string> Classes(Browser browser) =>
        [.. browser.Run("return [...document.querySelectorAll('#months button')].map(one => one.className)").EnumerateArray().Select(name => name.GetString()!)];
}
