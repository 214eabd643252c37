using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Pictures for people to look at, written where <c>LENS_SCREENSHOTS</c> says, else among temporary files.</summary>
public sealed class ScreenshotTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] s_addresses =
    [
        "?measure=sentiment", "?measure=volume", "?measure=net", "?measure=sentiment&condition=ptsd", "?measure=volume&age=7d",
        "?view=compare&measure=sentiment&compare=community", "?view=compare&measure=favor", "?view=tone",
        "?view=change&event=fair", "?view=change&measure=favor", "?view=methods", "embed?measure=sentiment", "frozen",
    ];

    /// <summary>A few that differ most; every view at every size in both themes where somebody named a folder to look at them.</summary>
    public static TheoryData<int, string, string> Pictures { get; } = Folder is null
        ? new TheoryData<int, string, string>
        {
            { 360, "light", "?measure=volume" },
            { 360, "dark", "?view=compare&measure=favor" },
            { 768, "light", "?measure=sentiment&by=day" },
            { 768, "dark", "?view=tone" },
            { 1440, "light", "?view=change&event=fair" },
            { 1440, "light", "?measure=share&by=week&axis=zoom" },
        }
        : new TheoryData<int, string, string>(
            from address in s_addresses
            from width in new[] { 360, 768, 1440 }
            from scheme in new[] { "light", "dark" }
            select (width, scheme, address));

    private static string? Folder => Environment.GetEnvironmentVariable("LENS_SCREENSHOTS");

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Page_IsPhotographed_AtEverySize(int width, string scheme, string address)
    {
        using var browser = Open(width, scheme, address);
        browser.Screenshot(Place($"{address}-{width}-{scheme}.png"));

        Assert.Empty(Axe.Serious(browser));
        Assert.Empty(browser.Console());
    }

    [Theory]
    [InlineData(360, "light", "communities")]
    [InlineData(1440, "dark", "communities")]
    [InlineData(360, "dark", "more")]
    [InlineData(1440, "light", "more")]
    [InlineData(360, "light", "table-view")]
    [InlineData(768, "dark", "table-view")]
    public void Fold_IsPhotographed_Opened(int width, string scheme, string fold)
    {
        using var browser = Open(width, scheme, "?measure=sentiment");
        browser.Driver.FindElement(By.CssSelector($"#{fold} > summary")).Click();
        browser.Screenshot(Place($"opened-{fold}-{width}-{scheme}.png"));

        Assert.Empty(Axe.Serious(browser));
        Assert.Empty(browser.Console());
    }

    [Theory]
    [InlineData(360, "light")]
    [InlineData(1440, "dark")]
    public void Bucket_IsPhotographed_WhereTheKeysWent(int width, string scheme)
    {
        using var browser = Open(width, scheme, "?measure=sentiment");
        browser.Driver.FindElement(By.Id("chart")).SendKeys(Keys.End + Keys.ArrowLeft + Keys.ArrowLeft);
        browser.Screenshot(Place($"keys-{width}-{scheme}.png"));

        Assert.Empty(Axe.Serious(browser));
        Assert.Empty(browser.Console());
    }

    [Theory]
    [InlineData("?measure=sentiment")]
    [InlineData("?view=change&event=fair")]
    public void Page_IsPrinted(string address)
    {
        using var browser = Open(1440, "dark", address);
        var paper = browser.Driver.Print(new PrintOptions()).AsByteArray;
        File.WriteAllBytes(Place($"printed-{address}.pdf"), paper);
        browser.OnPaper();
        browser.Screenshot(Place($"on-paper-{address}.png"));

        Assert.Equal("%PDF"u8.ToArray(), paper[..4]);
        Assert.Empty(browser.Console());
    }

    private Browser Open(int width, string scheme, string address)
    {
        var browser = Browser.Start().With(width, 900, scheme);
        if (address == "frozen")
            browser.Driver.Navigate().GoToUrl($"{site.Address}/{address}");
        else
            browser.Open($"{site.Address}/{address}");
        if (address.Contains("event=", StringComparison.Ordinal))
            browser.Wait("return !!document.querySelector('.step > p').textContent");
        return browser;
    }

    private static string Place(string name) =>
        Path.Combine(Folder ?? Path.GetTempPath(), $"lens-{name.Replace('?', ' ').Replace('&', '-').Replace(" ", "", StringComparison.Ordinal)}");
}
