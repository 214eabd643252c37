using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Revisiting;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Days that are looked at again late enough to count as settled.</summary>
public sealed class SettlingTests : IAsyncDisposable
{
    private const long DayMs = 86_400_000;
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private FakeReddit? _fake;
    private LiveStudy? _study;

    public async ValueTask DisposeAsync()
    {
        _study?.Dispose();
        if (_fake is not null)
            await _fake.DisposeAsync();
    }

    [Theory]
    [InlineData(1000, 500, true)]
    [InlineData(60, 50, false)]
    public async Task Windows_AreReadAgainAfterAWeek_AsFarAsTheListingShows(int cap, int looksFull, bool isReached)
    {
        var study = await StartAsync(cap, looksFull);
        for (var hour = 0; hour <= 24 * 17; hour += 8)
        {
            _time.LeapTo(s_start.AddHours(hour).AddMinutes(10));
            await study.CollectAsync();
        }

        var second = s_start.AddDays(2).ToUnixTimeMilliseconds();
        var seen = study.Scalar<long>($"select min(captured_ms) from live_window where kind = 'comment' and from_ms < {second + DayMs} and until_ms > {second}");
        Assert.Equal(isReached, seen >= second + (8 * DayMs));
        Assert.Equal(isReached, study.Scalar<long>($"select min(captured_ms) from archive_count where day_ms = {second} and kind = 'comment'") >= second + (8 * DayMs));
        Assert.Equal(["complete"], study.Rows("select distinct state from live_window"));
        Assert.Equal(study.Scalar<long>("select count(*) from item"), study.Scalar<long>("select sum(fetched) from live_window"));
    }

    [Fact]
    public async Task SecondVisits_SettleADay_OnceAllOfItsPostsWereSeen()
    {
        var study = await StartAsync(1000, 500);
        _time.LeapTo(s_start.AddDays(1).AddMinutes(10));
        await study.CollectAsync();
        var day = s_start.ToUnixTimeMilliseconds();
        string Captured() => $"select min(captured_ms) from archive_count where day_ms = {day} and kind = 'comment'";
        var before = study.Scalar<long>(Captured());
        await RevisitAsync(study, s_start.AddDays(8).AddHours(-12)); // some of them are a week old, some are not
        Assert.InRange(study.Scalar<long>(Captured()), before, day + (8 * DayMs) - 1);
        for (var later = 9; later < 18; later += 2)
            await RevisitAsync(study, s_start.AddDays(later));
        Assert.True(study.Scalar<long>(Captured()) >= day + (8 * DayMs));
        Assert.Equal(0, study.Scalar<long>("select count(*) from revisit where visited_ms is null"));
        Assert.True(study.Scalar<long>("select count(*) from dirty_day") > 0);
        Assert.Equal(study.Scalar<long>("select count(*) from item"), study.Scalar<long>("select sum(n) from archive_count"));
    }

    private async Task RevisitAsync(LiveStudy study, DateTimeOffset at)
    {
        _time.LeapTo(at);
        await new RevisitRun(study.Database, study.Scope, study.Key, _time).RunAsync(study.Source, new RevisitOptions(), null, TestContext.Current.CancellationToken);
    }

    private async Task<LiveStudy> StartAsync(int cap, int looksFull)
    {
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddHours(-6), s_start.AddDays(20), 1.5))
        {
            Cap = cap,
            LooksFull = looksFull,
            LosesAnchors = false,
            PageSize = 100,
        };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        return _study = new LiveStudy(_fake, new PolitenessOptions { UserAgent = LiveStudy.UserAgent }, TimeSpan.FromHours(12));
    }
}
