using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Tests.Trends.Events;

public sealed class EventCatalogTests : IDisposable
{
    private const string All = "select id, day, title, place, targets, kind, url, origin from dated_event order by day, id";
    private readonly StoreBuilder _store = new();
    private readonly EventCatalog _catalog;

    public EventCatalogTests() => _catalog = new(_store.Database);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Load_ChangesNothing_WhenItRunsAgain()
    {
        _catalog.Load([]);
        var before = _store.Rows(All);
        _catalog.Load([]);

        Assert.Equal(EventFile.ReadShipped().Count, before.Count);
        Assert.Equal(before, _store.Rows(All));
        Assert.Contains("perry-charges|2024-08-15|Five people are charged over the ketamine that Matthew Perry died of|US|ketamine|legal|https://theweek.com/culture-life/matthew-perry-death-arrests-ketamine-overdose|shipped", before);
    }

    [Fact]
    public void Load_TakesTheFileBeforeWhatShips_AndWhatWasAddedBeforeBoth()
    {
        _catalog.Add(Event("fda-crl-mdma", "2024-08-11"));
        _catalog.Load([Event("perry-charges", "2024-08-16"), Event("fda-crl-mdma", "2024-08-12"), Event("mine", "2024-01-01")]);

        Assert.Equal("2024-08-16 File", Shown("perry-charges"));
        Assert.Equal("2024-08-11 Added", Shown("fda-crl-mdma"));
        Assert.Equal("2024-01-01 File", Shown("mine"));

        _catalog.Remove("fda-crl-mdma");
        _catalog.Load([]);

        Assert.Equal("2024-08-09 Shipped", Shown("fda-crl-mdma"));
        Assert.Equal("2024-08-15 Shipped", Shown("perry-charges"));
        Assert.Throws<TrendException>(() => _catalog.Find("mine"));
    }

    [Fact]
    public void Remove_SaysWhy_WhenAnEventWasNotAddedByHand()
    {
        _catalog.Load([Event("mine", "2024-01-01")]);

        Assert.Contains("ships with the program", Assert.Throws<TrendException>(() => _catalog.Remove("perry-charges")).Message, StringComparison.Ordinal);
        Assert.Contains("Trends:Events", Assert.Throws<TrendException>(() => _catalog.Remove("mine")).Message, StringComparison.Ordinal);
        Assert.Equal(TrendTrouble.Unknown, Assert.Throws<TrendException>(() => _catalog.Remove("'; drop table event; --")).Trouble);
    }

    [Theory]
    [InlineData("", "a b c d")]
    [InlineData("from=2024-01-02", "b c d")]
    [InlineData("until=2024-01-03", "a b")]
    [InlineData("target=lsd", "b")]
    [InlineData("target=mdma", "a b d")]
    [InlineData("target=ketamine from=2024-01-03", "c")]
    public void Read_ChoosesByDayAndTarget(string query, string ids)
    {
        foreach (var (id, targets) in new[] { ("a", "mdma"), ("b", "all"), ("c", "ketamine"), ("d", "mdma psilocybin") })
            _catalog.Add(Event(id, $"2024-01-0{id[0] - 'a' + 1}", targets));

        Assert.Equal(ids, string.Join(' ', _catalog.Read(Parse(query)).Select(each => each.Id)));
    }

    [Theory]
    [InlineData("by=day", "key 'by' is unknown; use one of from, until, target.")]
    [InlineData("from=2024", "from '2024' is no day; write year-month-day, for example 2024-08-09.")]
    [InlineData("from=2024-01-02 until=2024-01-02", "until '2024-01-02' is not after from '2024-01-02'; until is the day after the last, so give a later one.")]
    [InlineData("target=molly", "target 'molly' is unknown; use one of all, mdma, psilocybin, ketamine, lsd, other, general.")]
    public void Parse_NamesTheFix_WhenAKeyIsWrong(string query, string message) =>
        Assert.Equal(message, Assert.Throws<TrendException>(() => Parse(query)).Message);

    private string Shown(string id) => $"{_catalog.Find(id).Day:O} {_catalog.Find(id).Origin}";

    private static EventQuery Parse(string query) => EventQuery.Parse(
        query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=')).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));

    private static DatedEvent Event(string id, string day, string targets = "all") =>
        EventRules.Of([id, day, "A title", "US", targets, "media", "https://example.org"], EventOrigin.File);
}
