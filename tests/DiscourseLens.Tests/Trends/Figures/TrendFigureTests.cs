using System.Globalization;
using System.Xml.Linq;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Events;
using DiscourseLens.Trends.Figures;

namespace DiscourseLens.Tests.Trends.Figures;

public sealed class TrendFigureTests : IDisposable
{
    private const string Accent = "#14608f";
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Svg_LeavesGapsAndDrawsHollowPoints_AsStatesSay()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01").Covers("2023-04-01", "2023-05-01").Covers("2023-05-01", "2023-06-01", captured: "2023-06-02")
            .Covers("2023-06-01", "2023-06-21").Covers("2023-07-01", "2023-07-08").Covers("2023-08-01", "2023-09-01");
        foreach (var month in new[] { "01", "02", "05", "06", "07" })
            _store.Posts($"2023-{month}-03", 12, c, 0.5);
        _store.Posts("2023-08-03", 3, c).RollUp();

        var points = Svg(_store.Answer("measure=sentiment")).Descendants().Where(element => element.Attribute("data-start") is not null).ToList();

        Assert.Equal(
            [
                "2023-01 observed #14608f", "2023-02 observed #14608f", "2023-03 missing ", "2023-04 zero ", "2023-05 provisional #ffffff",
                "2023-06 partial #ffffff", "2023-07 partial ", "2023-08 observed ",
            ],
            points.Select(point => $"{point.Attribute("data-start")!.Value[..7]} {point.Attribute("data-state")!.Value} {Named(point, "circle").SingleOrDefault()?.Attribute("fill")?.Value}"));
        Assert.Contains("no value, <10 posts, <5 authors", points[^1].Elements().First().Value, StringComparison.Ordinal);
        Assert.Equal(2, Lines(_store.Answer("measure=sentiment")).Count);
    }

    [Theory]
    [InlineData("measure=sentiment", true, "1")]
    [InlineData("measure=volume", true, "1")]
    [InlineData("measure=net", false, "0.45")]
    public void Svg_DrawsABandOnlyWithAnInterval_AndUncorrectedLinesFaint(string measure, bool band, string opacity)
    {
        TwoMonths();
        var answer = _store.Answer(measure);

        Assert.Equal(band, Named(Svg(answer), "polygon").Any(area => area.Attribute("fill")!.Value == Accent));
        Assert.Equal([opacity], Lines(answer).Select(line => line.Attribute("stroke-opacity")!.Value));
        Assert.Equal(!band, Texts(answer).Contains("uncorrected: not for publication"));
    }

    [Theory]
    [InlineData("measure=favor", "0 %", "25 %", "50 %", "75 %", "100 %")]
    [InlineData("measure=share", "0 %", "25 %", "50 %", "75 %", "100 %")]
    [InlineData("measure=sentiment", "-1.0", "-0.5", "0", "+0.5", "+1.0")]
    [InlineData("measure=net", "-100", "-50", "0", "+50", "+100")]
    [InlineData("measure=volume", "0", "10", "20", "30")]
    public void Svg_HasTheWholeAxis_WhateverTheValues(string measure, params string[] ticks)
    {
        TwoMonths();

        Assert.Equal(ticks, Svg(_store.Answer(measure)).Elements().Where(text => text.Attribute("text-anchor")?.Value == "end").Select(text => text.Value));
    }

    [Fact]
    public void Svg_PutsValuesWhereTheAxisSays_OnOneScaleForAllPanels()
    {
        var (one, two) = (_store.Community("one"), _store.Community("two"));
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-03", 12, one, 0.5).Posts("2023-01-03", 13, two, -0.5).RollUp();

        var svg = Svg(_store.Answer("measure=sentiment", "compare=community"));

        Assert.Equal(["two", "one"], svg.Descendants().Attributes("data-series").Select(name => name.Value));
        var dots = Named(svg, "circle").Select(dot => Number(dot, "cy")).ToList();
        Assert.Equal(75, dots[0] - dots[1], 1e-9); // one unit of two on a panel of 150
        Assert.Equal(["+0.5", "+0.5"], Named(svg, "text").Where(text => text.Value == "+0.5").Select(text => text.Value));
    }

    [Fact]
    public void Svg_ShowsHowManyPostsStandBehindEachBucket_AndPaleWhereThatIsNotTold()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-05-01").Posts("2023-01-03", 12, c, 0.5).Posts("2023-02-03", 3, c, 0.5).Posts("2023-04-03", 24, c, 0.5).RollUp();

        var strip = Svg(_store.Answer("measure=sentiment")).Descendants().Single(element => element.Attribute("data-strip") is not null);

        Assert.Equal(["#8b939b 20", "#e4e0d8 3", "#8b939b 40"], Named(strip, "polygon").Select(bar => $"{bar.Attribute("fill")!.Value} {BarHeight(bar)}"));
        Assert.Equal(["n 24", "0"], Named(strip, "text").Select(text => text.Value));
        Assert.Equal(["n hidden"], Counts("from=2023-02-01", "until=2023-04-01"));
        Assert.Equal(["n 0"], Counts("from=2023-03-01", "until=2023-04-01"));
        Assert.DoesNotContain(Svg(_store.Answer("measure=volume")).Descendants(), element => element.Attribute("data-strip") is not null);
        Assert.Contains(Texts(_store.Answer("measure=sentiment")), text => text.Contains("or beside such a cell", StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_MarksTheEventsOfItsTimeAndTargets_AndSaysWhatTheyAre()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        TwoMonths();
        var events = new EventCatalog(_store.Database);
        Add("before", "2022-12-31", "mdma");
        Add("first", "2023-01-01", "mdma");
        Add("close", "2023-01-02", "all");
        Add("elsewhere", "2023-01-20", "ketamine");
        Add("after", "2023-03-01", "mdma");

        var svg = Svg(_store.Answer("measure=sentiment", "target=mdma"));
        var marks = svg.Descendants().Where(element => element.Attribute("data-event") is not null).ToList();

        Assert.Equal(["first 2023-01-01 1", "close 2023-01-02 2"], marks.Select(mark => $"{mark.Attribute("data-event")!.Value} {mark.Attribute("data-day")!.Value} {Named(mark, "text").Single().Value}"));
        Assert.All(marks, mark => Assert.Equal("3 3", Named(mark, "polyline").Single().Attribute("stroke-dasharray")!.Value));
        Assert.Equal(12, Number(Named(marks[0], "text").Single(), "y") - Number(Named(marks[1], "text").Single(), "y")); // too close to stand side by side
        Assert.Contains($"1 2023-01-01 {Hostile} (here)", Named(svg, "text").Select(text => text.Value));
        Assert.Equal(8, Svg(_store.Answer("compare=target")).Descendants().Count(element => element.Attribute("data-event") is not null)); // one for all six targets, two for one

        void Add(string id, string day, string targets) =>
            events.Add(EventRules.Of([id, day, Hostile, "here", targets, "trial", "https://example.org"], EventOrigin.Added));
    }

    [Fact]
    public void Svg_NumbersTwentyEvents_AndCountsTheRest()
    {
        TwoMonths();
        var events = new EventCatalog(_store.Database);
        for (var at = 1; at <= 23; at++)
            events.Add(EventRules.Of([$"e{at}", $"2023-01-{at:00}", "Something", "here", "all", "trial", "https://example.org"], EventOrigin.Added));

        var answer = _store.Answer("measure=sentiment");

        Assert.Equal(20, Svg(answer).Descendants().Count(element => element.Attribute("data-event") is not null));
        Assert.Contains("3 later events have no room here; /api/events lists them.", Texts(answer));
    }

    [Fact]
    public void Svg_SaysWhatItShows_ToWhoeverCannotSeeIt()
    {
        TwoMonths();
        _store.Execute("insert into study (name, value) values ('notice', 'Invented posts.')");
        var answer = _store.Answer("measure=sentiment", "target=mdma", "weight=author");

        var svg = Svg(answer);

        Assert.Equal(("img", "figure-title figure-description"), (svg.Attribute("role")!.Value, svg.Attribute("aria-labelledby")!.Value));
        Assert.Equal("Mean sentiment on MDMA, one author one vote, per month: reddit", Named(svg, "title").First().Value);
        Assert.Equal($"Invented posts. {answer.Series[0].Trend.Headline}", Named(svg, "desc").Single().Value);
        Assert.Contains("Invented posts.", Texts(answer));
        Assert.Contains("sans-serif", svg.Attribute("font-family")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_ShowsHostileTextAsText_AndHoldsNothingThatRuns()
    {
        const string Hostile = "<script>alert('x')</script>\u0001]]>&\"😀";
        var (c, d) = (_store.Community(Hostile), _store.Community("d"));
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-03", 12, c).Posts("2023-01-03", 11, d).RollUp();

        var svg = Svg(_store.Answer("compare=community"));

        Assert.Equal("<script>alert('x')</script>\uFFFD]]>&\"😀", svg.Descendants().Attributes("data-series").First().Value);
        Assert.Contains("<script>alert('x')</script>\uFFFD]]>&\"😀", Named(svg, "text").Select(text => text.Value));
        Assert.Subset(
            new HashSet<string> { "svg", "title", "desc", "g", "text", "polyline", "polygon", "circle" },
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName).ToHashSet());
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute =>
            attribute.Name.LocalName is "style" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_ShowsLonePoints_WhereMostAreLeftToTheLine()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-05", "2023-01-06").Covers("2023-12-20", "2023-12-22")
            .Posts("2023-01-05", 12, c).Posts("2023-12-20", 12, c).Posts("2023-12-21", 12, c).RollUp();

        var svg = Svg(_store.Answer("by=day"));

        Assert.Equal("2023-01-05T00:00:00Z", Named(svg, "circle").Single().Parent!.Attribute("data-start")!.Value);
        Assert.Single(Lines(_store.Answer("by=day")));
    }

    [Fact]
    public void Svg_HasRoomForItsTicks_OverDaysAndOverYears()
    {
        var c = _store.Community("c");
        _store.Covers("2015-03-05", "2023-03-05").Posts("2016-01-03", 12, c).RollUp();

        Assert.Equal(["2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"], Ticks("by=month"));
        Assert.Equal(["2016-01-01", "2016-01-02", "2016-01-03", "2016-01-04"], Ticks("by=day", "from=2016-01-01", "until=2016-01-05"));
        Assert.Equal(["2016-01", "2016-04", "2016-07", "2016-10", "2017-01", "2017-04", "2017-07"], Ticks("by=week", "from=2016-01-01", "until=2017-09-01"));
    }

    private List<string> Ticks(params string[] query) => Named(Svg(_store.Answer(query)), "text")
        .Where(text => text.Attribute("text-anchor")!.Value == "middle").Select(text => text.Value).ToList();

    private void TwoMonths()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-03", 12, c, 0.5, "FAVOR", "mdma").Posts("2023-02-03", 12, c, 0.25, "AGAINST", "mdma")
            .Reads("2023-01-03", 1000, c).Reads("2023-02-03", 1000, c).RollUp();
    }

    private IEnumerable<string> Counts(params string[] query) => Named(
        Svg(_store.Answer(["measure=sentiment", .. query])).Descendants().Single(element => element.Attribute("data-strip") is not null), "text").Select(text => text.Value);

    private static double BarHeight(XElement bar)
    {
        var heights = bar.Attribute("points")!.Value.Split(' ').Select(point => double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture)).ToList();
        return Math.Round(heights.Max() - heights.Min(), 6);
    }

    private static XElement Svg(TrendAnswer answer)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        FigureSvg.Write(TrendFigure.Of(answer), output);
        return XDocument.Parse(output.ToString()).Root!;
    }

    private static List<XElement> Lines(TrendAnswer answer) =>
        Named(Svg(answer), "polyline").Where(line => line.Attribute("stroke-width")!.Value == "2").ToList();

    private static List<string> Texts(TrendAnswer answer) => Named(Svg(answer), "text").Select(text => text.Value).ToList();

    private static IEnumerable<XElement> Named(XElement element, string name) =>
        element.Descendants().Where(inner => inner.Name.LocalName == name);

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
