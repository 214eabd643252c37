using DiscourseLens.BrowserTests.Support;
using OpenQA.Selenium;

namespace DiscourseLens.BrowserTests;

/// <summary>Small multiples: the API's numbers on one scale, each with the API's sentence.</summary>
public sealed class CompareTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] s_targets = ["mdma", "psilocybin", "ketamine", "lsd", "other", "general"];

    [Theory]
    [InlineData("sentiment")]
    [InlineData("volume")]
    public async Task Panels_ShowTheApisSeriesOnOneScale(string measure)
    {
        using var browser = Browser.Start().With(1440, 900, "light").Open($"{site.Address}/?view=compare&measure={measure}");

        var sentences = browser.Driver.FindElements(By.CssSelector("#compare .sentence")).Select(each => each.Text).ToList();
        Assert.Equal(s_targets.Length, sentences.Count);
        for (var i = 0; i < s_targets.Length; i++)
        {
            var answer = await Shown.AnswerAsync(site.Address, $"trend?measure={measure}&target={s_targets[i]}");
            Assert.StartsWith(answer.GetProperty("headline").GetString()!, sentences[i], StringComparison.Ordinal);
            Assert.Equal(
                answer.GetProperty("buckets").EnumerateArray().Select(Shown.Drawn), Shown.Chart(browser, "value", "#compare .chart", i));
        }

        var axes = browser.Run(
            """
            return [...document.querySelectorAll('#compare .chart')].map(place => echarts.getInstanceByDom(place).getOption().yAxis[0])
              .map(axis => [axis.min, axis.max].join());
            """).EnumerateArray().Select(each => each.GetString()).Distinct();
        Assert.Single(axes);
    }

    [Fact]
    public void Panels_SayWhy_WhenNothingIsDrawn()
    {
        using var browser = Browser.Start().With(768, 900, "dark")
            .Open($"{site.Address}/?view=compare&measure=sentiment&from=2022-06-01&until=2022-07-01");

        var sentences = browser.Driver.FindElements(By.CssSelector("#compare .sentence")).Select(each => each.Text).ToList();

        Assert.EndsWith("Nothing is drawn: 1 month with posts has fewer than 10 posts or 5 authors.", sentences[0], StringComparison.Ordinal);
        Assert.EndsWith("Nothing is drawn.", sentences[3], StringComparison.Ordinal);
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
}
