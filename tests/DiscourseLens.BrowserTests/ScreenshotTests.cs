using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Pictures for people to look at, written where <c>LENS_SCREENSHOTS</c> says, else among temporary files.</summary>
public sealed class ScreenshotTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] s_views =
        ["measure=sentiment", "view=compare&measure=sentiment&compare=community", "view=tone", "view=change&event=fair", "view=methods"];

    /// <summary>A few that differ most; every view at every size in both themes where somebody named a folder to look at them.</summary>
    public static TheoryData<int, int, string, string> Pictures()
    {
        var pictures = new TheoryData<int, int, string, string>
        {
            { 360, 1500, "light", "measure=volume" },
            { 360, 1500, "dark", "measure=net" },
            { 768, 1200, "dark", "measure=sentiment" },
            { 1440, 1150, "light", "measure=sentiment" },
            { 1440, 1150, "dark", "measure=volume" },
            { 1440, 1150, "light", "measure=net" },
            { 1440, 1150, "light", "measure=share&by=week&axis=zoom" },
            { 768, 1200, "light", "measure=sentiment&by=day" },
            { 1440, 1500, "light", "view=compare&measure=sentiment&compare=community" },
            { 360, 1500, "dark", "view=compare&measure=favor" },
            { 768, 1500, "dark", "view=tone" },
            { 360, 1500, "light", "view=tone" },
            { 1440, 1500, "light", "view=change&event=fair" },
            { 360, 1500, "dark", "view=change&measure=favor" },
            { 768, 1500, "light", "view=methods" },
        };
        if (Folder is null)
            return pictures;
        foreach (var view in s_views)
        {
            foreach (var scheme in new[] { "light", "dark" })
            {
                foreach (var width in new[] { 360, 768, 1440 })
                    pictures.Add(width, 1800, scheme, view);
            }
        }

        return pictures;
    }

    private static string? Folder => Environment.GetEnvironmentVariable("LENS_SCREENSHOTS");

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Page_IsPhotographed_AtEverySize(int width, int height, string scheme, string query)
    {
        using var browser = Browser.Start().With(width, height, scheme).Open($"{site.Address}/?{query}");
        browser.Run("document.getElementById(innerWidth > 1000 ? 'table-view' : 'communities').open = true");
        foreach (var chart in browser.Driver.FindElements(By.CssSelector("section:not([hidden]) .chart")).Take(1))
            chart.SendKeys(Keys.End + Keys.ArrowLeft + Keys.ArrowLeft);

        browser.Screenshot(Path.Combine(Folder ?? Path.GetTempPath(), $"lens-{width}-{scheme}-{query.Replace('&', '-')}.png"));

        Assert.Empty(browser.Console());
    }
}
