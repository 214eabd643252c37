using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Tests.Trends.Events;

public sealed class EventFileTests
{
    private const string Good = "my-event\t2024-08-09\tA title\tUS\tmdma,ketamine\tmedia\thttps://example.org/page";

    [Fact]
    public void Shipped_NamesEachEventOnce_InOrderWithASource()
    {
        var events = EventFile.ReadShipped();

        Assert.InRange(events.Count, 10, 100);
        Assert.Equal(events.OrderBy(each => each.Day), events);
        Assert.All(events, each => Assert.StartsWith("https://", each.Url, StringComparison.Ordinal));
        Assert.Equal(new(2024, 8, 9), events.Single(each => each.Id == "fda-crl-mdma").Day);
        Assert.Equal(new(2024, 8, 15), events.Single(each => each.Id == "perry-charges").Day);
    }

    [Fact]
    public void Parse_TakesRemarksBlanksAndHostileTitles_AsTheyAre()
    {
        var hostile = "=cmd()|'<script>alert(1)</script> {0} ${x} '; drop table event;--";

        var events = EventFile.Parse("x", $"# remark\r\n\r\n{Good}\r\n{Good.Replace("my-event", "b", StringComparison.Ordinal).Replace("A title", hostile, StringComparison.Ordinal)}\n", EventOrigin.File);

        Assert.Equal(["A title", hostile], events.Select(each => each.Title));
        Assert.Equal(["mdma", "ketamine"], events[0].Targets);
        Assert.All(events, each => Assert.Equal(EventOrigin.File, each.Origin));
    }

    [Theory]
    [InlineData("my-event\t2024-08-09", "Line 1 of x: 2 columns instead of 7; set id, day, title, where, targets, kind and source apart by tabs.")]
    [InlineData("My Event\t2024-08-09\tt\tw\tall\tmedia\thttps://e.org", "Line 1 of x: id 'My Event' is none; use small letters, digits and hyphens, at most 60.")]
    [InlineData("a\t9.8.2024\tt\tw\tall\tmedia\thttps://e.org", "Line 1 of x: day '9.8.2024' is no day; write year-month-day, for example 2024-08-09.")]
    [InlineData("a\t2024-08-09\t\tw\tall\tmedia\thttps://e.org", "Line 1 of x: title '' is empty, has more than 200 letters, or hidden ones; write one plain line.")]
    [InlineData("a\t2024-08-09\t\u001b[31mred\tw\tall\tmedia\thttps://e.org", "Line 1 of x: title '?[31mred' is empty, has more than 200 letters, or hidden ones; write one plain line.")]
    [InlineData("a\t2024-08-09\tturned \u202e round\tw\tall\tmedia\thttps://e.org", "Line 1 of x: title 'turned ? round' is empty, has more than 200 letters, or hidden ones; write one plain line.")]
    [InlineData("a\t2024-08-09\tt\tw\tmolly\tmedia\thttps://e.org", "Line 1 of x: targets 'molly' are unknown; use all, mdma, psilocybin, ketamine, lsd, other, general, several with blanks between.")]
    [InlineData("a\t2024-08-09\tt\tw\tall\tgossip\thttps://e.org", "Line 1 of x: kind 'gossip' is unknown; use one of regulation, law, trial, publication, legal, media, market, platform, other.")]
    [InlineData("a\t2024-08-09\tt\tw\tall\tmedia\tjavascript:alert(1)", "Line 1 of x: source 'javascript:alert(1)' is no address; give a page that says so, beginning with https://.")]
    [InlineData("a\t2024-08-09\tt\tw\tall\tmedia\thttps://e.org\na\t2024-08-10\tt\tw\tall\tmedia\thttps://e.org", "Line 2 of x: id 'a' stands here twice; give every event its own.")]
    public void Parse_NamesLineAndFix_WhenACellIsWrong(string text, string message) =>
        Assert.Equal(message, Assert.Throws<LensException>(() => EventFile.Parse("x", text, EventOrigin.File)).Message);

    [Fact]
    public void Read_NamesTheSetting_WhenTheFileIsAbsent()
    {
        using var folder = new TempFolder();

        Assert.Empty(EventFile.Read(""));
        Assert.Contains("Trends:Events", Assert.Throws<LensException>(() => EventFile.Read(folder.File("none.tsv"))).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File("own.tsv"), Good);
        Assert.Equal("my-event", Assert.Single(EventFile.Read(folder.File("own.tsv"))).Id);
    }
}
