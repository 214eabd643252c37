using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Jobs;

/// <summary>Sources asked for before their hour.</summary>
public sealed class EarlyCollectionsTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreBuilder _store = new();
    private readonly WorkLedger _ledger;

    public EarlyCollectionsTests() => _ledger = new(_store.Database, new FakeTimeProvider(s_now), "me");

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(-1, "done", null, "ready")]
    [InlineData(1, "done", null, "done")]
    [InlineData(-1, "failed", null, "failed")]
    [InlineData(-1, "done", "It refuses us.", "done")]
    public void Request_AsksForWhatIsDueEarly(int minutes, string state, string? stopped, string expected)
    {
        Add("reddit", s_now.AddMinutes(minutes), state, stopped);
        Early("reddit").Request();
        Assert.Equal(expected, _ledger.Find(LiveWork.Kind, "reddit")!.State);
    }

    [Fact]
    public void Request_LeavesSourcesAlone_ThatAreNotEnabledAnyMore()
    {
        Add("old", s_now.AddMinutes(-1), "done", null);
        Early("reddit").Request();
        Assert.Equal("done", _ledger.Find(LiveWork.Kind, "old")!.State);
    }

    private EarlyCollections Early(string enabled) => new(
        _store.Database, _ledger, new LensJobsOptions("inbox", 1) { Sources = new Dictionary<string, string> { [enabled] = "0 * * * *" } },
        new FakeTimeProvider(s_now), NullLogger<EarlyCollections>.Instance);

    private void Add(string name, DateTimeOffset early, string state, string? stopped)
    {
        _store.Insert("insert into live_source (name, file_id, kind, route, legal_basis, tight_ms, stopped) values (@name, @file, 'Reddit', 'r', 'test', @tight, @stopped)",
            new { name, file = _store.File("live:" + name), tight = early.ToUnixTimeMilliseconds(), stopped });
        _ledger.Request(LiveWork.Of(name));
        _store.Execute("update work set state = @state", new { state });
    }
}
