using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Pictures for people to look at, written where <c>LENS_SCREENSHOTS</c> says, else among temporary files.</summary>
public sealed class ScreenshotTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(360, 1500, "light", "measure=volume")]
    [InlineData(360, 1500, "dark", "measure=net")]
    [InlineData(768, 1200, "dark", "measure=sentiment")]
    [InlineData(1440, 1150, "light", "measure=sentiment")]
    [InlineData(1440, 1150, "dark", "measure=volume")]
    [InlineData(1440, 1150, "light", "measure=net")]
    [InlineData(1440, 1150, "light", "measure=share&by=week&axis=zoom")]
    [InlineData(768, 1200, "light", "measure=sentiment&by=day")]
    [InlineData(1440, 1500, "light", "view=compare&measure=sentiment&compare=community")]
    [InlineData(360, 1500, "dark", "view=compare&measure=favor")]
    [InlineData(768, 1500, "dark", "view=tone")]
    [InlineData(360, 1500, "light", "view=tone")]
    [InlineData(1440, 1500, "light", "view=change&event=fair")]
    [InlineData(360, 1500, "dark", "view=change&measure=favor")]
    [InlineData(768, 1500, "light", "view=methods")]
    public void Page_IsPhotographed_AtEverySize(int width, int height, string scheme, string query)
    {
        var folder = Environment.GetEnvironmentVariable("LENS_SCREENSHOTS") ?? Path.GetTempPath();
        using var browser = Browser.Start().With(width, height, scheme).Open($"{site.Address}/?{query}");
        browser.Run("document.getElementById(innerWidth > 1000 ? 'table-view' : 'communities').open = true");
        foreach (var chart in browser.Driver.FindElements(By.CssSelector("section:not([hidden]) .chart")).Take(1))
            chart.SendKeys(Keys.End + Keys.ArrowLeft + Keys.ArrowLeft);

        browser.Screenshot(Path.Combine(folder, $"lens-{width}-{scheme}-{query.Replace('&', '-')}.png"));

        Assert.Empty(browser.Console());
    }
}
