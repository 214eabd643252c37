using DiscourseLens.Database;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>
/// Thirty invented months with everything a chart must show: a missing month, thin and half-covered ones, a true zero, cells too
/// small to show, provisional last days, and a community whose name is markup. Some posts name a condition; they are looked at again
/// after a week from the second year on, at first not all of them.
/// </summary>
internal sealed class InventedStore : IDisposable
{
    public const string Hostile = "<img src=x onerror=alert(1)>\"'{b|x}, \u202Ebackwards\\";
    public const string Notice = "This study is invented: nobody wrote these posts. <b>It shows the program.</b>";

    private static readonly string[] s_stances = ["FAVOR", "NEUTRAL", "AGAINST", "FAVOR", "NEUTRAL"];
    private static readonly string[][] s_terms = [["ptsd"], ["depress*"], [], ["ptsd"], []];
    private readonly StoreBuilder _store = new();

    public InventedStore()
    {
        var places = new[] { "TherapyTalk", "quietminds", Hostile }.Select(name => _store.Community(name)).ToList();
        Cover();
        for (var month = 0; month < 30; month++)
            Fill(month, places);
        _store.Execute("update community set class = 'therapy' where name = 'TherapyTalk'");
        _store.Execute("insert into study (name, value) values ('name', 'Invented study'), ('notice', @Notice)", new { Notice });
        _store.RollUp();
        Event("hostile", Day(9, 10), Hostile, "javascript:alert(2)");
        Event("fair", Day(15, 12), "Something happened", "https://example.org/news");
    }

    public LensDatabase Database => _store.Database;

    /// <summary>Adds a source that nothing was read from yet, after the others in the order of names.</summary>
    public void AddSource(string name) => _store.Community("elsewhere", source: _store.Source(name));

    public void Dispose() => _store.Dispose();

    private void Event(string id, string day, string title, string url) => _store.Execute(
        """
        insert into event (id, day_ms, title, place, targets, kind, url, origin)
        values (@id, unixepoch(@day) * 1000, @title, 'world', 'all', 'media', @url, 'added')
        """,
        new { id, day, title, url });

    // Months 8 (missing), 14 (a fifth covered) and 20 (three fifths) have gaps; month 29 was read four days after its end.
    private void Cover() => _store
        .Covers(Day(0), Day(8)).Covers(Day(9), Day(14))
        .Covers(Day(14), Day(14, 7)).Covers(Day(15), Day(20))
        .Covers(Day(20), Day(20, 20)).Covers(Day(21), Day(29))
        .Covers(Day(29), Day(30), captured: Day(30, 5));

    // Month 11 holds nothing relevant, month 17 six posts.
    private void Fill(int month, List<long> places)
    {
        var posts = month switch { 8 or 11 => 0, 17 => 6, 14 => 14, _ => 24 + month + 9 * (month % 3) };
        for (var i = 0; i < posts; i++)
        {
            var place = places[posts < 10 ? 0 : i % 7 == 0 ? 2 : i % 3 == 0 ? 1 : 0];
            var compound = Math.Round(Math.Sin(month / 4.0) * 0.35 + (i % 9 - 4) * 0.09, 4);
            var post = _store.Post(
                Day(month, 1 + i % 6), place, 1 + i + 2 * month, compound, s_stances[(i + month / 10) % 5], i % 2 == 0 ? "mdma" : "ketamine",
                terms: s_terms[(i + month / 6) % 5]);
            if (month >= 18 || (month >= 12 && i % 4 > 0))
                _store.Looks(post, hours: 168, i % 6 == 3 ? "removed by moderator" : "live");
        }

        if (month != 8)
            _store.Reads(Day(month, 3), 400 + 5 * month, captured: month == 29 ? Day(30, 5) : "2030-01-01");
    }

    private static string Day(int month, int day = 1) =>
        new DateOnly(2021, 1, 1).AddMonths(month).AddDays(day - 1).ToString("yyyy-MM-dd", null);
}
