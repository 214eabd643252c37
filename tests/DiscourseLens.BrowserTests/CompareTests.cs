using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Small multiples: the API's numbers on one scale, each with the API's sentence.</summary>
public sealed class CompareTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] s_targets = ["mdma", "psilocybin", "ketamine", "lsd", "other", "general"];
    private static readonly string[] s_names = ["MDMA", "Psilocybin", "Ketamine", "LSD", "Other substances", "Psychedelics in general"];

    [Theory]
    [InlineData("sentiment")]
    [InlineData("volume")]
    public async Task Panels_ShowTheApisSeriesOnOneScale(string measure)
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=compare&measure={measure}");

        Assert.Equal(s_targets.Length, browser.Driver.FindElements(By.CssSelector("#compare .panel")).Count);
        var drawn = 0;
        for (var i = 0; i < s_targets.Length; i++)
        {
            var answer = await Shown.AnswerAsync(site.Address, $"trend?measure={measure}&target={s_targets[i]}");
            var points = answer.GetProperty("buckets").EnumerateArray().Select(Shown.Drawn).ToList();
            var panel = Panel(browser, s_names[i]);
            var shown = panel.FindElement(By.ClassName("chart")).Displayed;
            Assert.Equal(points.Any(point => point.Length > 0), shown);
            if (!shown)
                continue;
            Assert.Equal(Shown.Sentence(answer, "headline"), panel.FindElement(By.ClassName("sentence")).Text);
            Assert.Equal(points, Shown.Chart(browser, "value", "#compare .chart", drawn++)); // those with a chart stand first
        }

        Assert.NotEqual(0, drawn);
        var axes = browser.Run(
            """
            return [...document.querySelectorAll('#compare .chart')].filter(place => place.clientWidth > 0).map(place => echarts.getInstanceByDom(place).getOption().yAxis[0])
              .map(axis => [axis.min, axis.max].join());
            """).EnumerateArray().Select(each => each.GetString()).Distinct();
        Assert.Single(axes);
    }

    [Theory]
    [InlineData("measure=sentiment&from=2022-06-01&until=2022-07-01", "MDMA", "Nothing to draw: 1 month hidden (fewer than 10 posts or 5 authors).")]
    [InlineData("measure=sentiment&from=2022-06-01&until=2022-07-01", "LSD", "Nothing to draw: 1 month without posts.")]
    [InlineData("measure=favor", "LSD", "Nothing to draw: 1 month less than half covered, 1 not collected, 28 without posts.")]
    [InlineData("measure=volume&from=2021-09-01&until=2021-10-01", "MDMA", "Nothing to draw: 1 month not collected.")]
    public void Panel_IsOneLineWithTheReason_WhenNothingIsDrawn(string query, string name, string reason)
    {
        using var browser = Browser.Start().With(360, 900, "dark").Open($"{site.Address}/?view=compare&{query}");

        var panel = Panel(browser, name);

        Assert.Equal(reason, panel.FindElement(By.ClassName("sentence")).Text);
        Assert.False(panel.FindElement(By.ClassName("chart")).Displayed);
        Assert.InRange(panel.Size.Height, 1, 110);
    }

    [Fact]
    public void Panels_GetTheirChartsBack_WhenThereIsSomethingToDraw()
    {
        using var browser = Browser.Start().With(768, 900, "light")
            .Open($"{site.Address}/?view=compare&measure=sentiment&from=2022-06-01&until=2022-07-01");

        browser.Choose("measure", "volume");

        Assert.True(Panel(browser, "LSD").FindElement(By.ClassName("chart")).Displayed);
        Assert.Equal(["0"], Shown.Chart(browser, "value", "#compare .chart", 3));
    }

    [Fact]
    public void Panels_FollowTheCommunities_AndAreReadByKeyboard()
    {
        using var browser = Browser.Start().With(768, 900, "light").Open($"{site.Address}/?view=compare&compare=community&measure=sentiment");
        Assert.Equal(
            ["TherapyTalk", "quietminds", InventedStore.Hostile],
            browser.Driver.FindElements(By.CssSelector("#compare h2")).Select(each => each.Text).ToList());

        browser.Driver.FindElements(By.CssSelector("#compare .chart"))[1].SendKeys(Keys.End);

        Assert.StartsWith("Jun 2023 · ", browser.Driver.FindElements(By.CssSelector("#compare .readout[aria-live=polite]"))[1].Text, StringComparison.Ordinal);
        Assert.Empty(browser.Driver.FindElements(By.CssSelector("img")));
        Assert.Empty(browser.Console());
    }

    private static IWebElement Panel(Browser browser, string name) =>
        browser.Driver.FindElements(By.CssSelector("#compare .panel")).Single(panel => panel.FindElement(By.TagName("h2")).Text == name);
}
