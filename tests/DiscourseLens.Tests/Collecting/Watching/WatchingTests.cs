using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Watching;
using DiscourseLens.Tests.Collecting.Live;

namespace DiscourseLens.Tests.Collecting.Watching;

/// <summary>Runs that notice unusual volume, and listings that fill up.</summary>
public sealed class WatchingTests : IAsyncDisposable
{
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

    [Fact]
    public async Task QuietPlace_RaisesOneAlarm_WhichLastsUntilItIsUsualAgain()
    {
        var study = await StartAsync(4, days: 20);
        var events = new List<VolumeEvent>();
        for (var day = 0; day < 23; day++)
        {
            _time.LeapTo(s_start.AddDays(day + 1).AddMinutes(10));
            events.AddRange((await study.CollectAsync()).Alarms.Where(alarm => alarm.Place.StartsWith("comments", StringComparison.Ordinal)));
        }

        var alarm = Assert.Single(events);
        Assert.Equal((VolumeDirection.Low, new DateOnly(2026, 3, 21), 0L), (alarm.Direction, alarm.Day, alarm.Posts));
        Assert.InRange(alarm.Usual, 55, 90);
        Assert.StartsWith("comments: TestTown brought unusually few posts on 2026-03-21: 0, where ", alarm.Text, StringComparison.Ordinal);
        Assert.Equal(["complete"], study.Rows("select distinct state from live_window where kind = 'comment'")); // quiet, not dead
        var standing = Assert.Single(new StandingsReader(study.Database, _time).Read()).Places.Single(place => place.Name.StartsWith("comments", StringComparison.Ordinal));
        Assert.Equal(("low", new DateOnly(2026, 3, 21), 0L), (standing.Alarm!.Direction, standing.Alarm.Since, standing.Alarm.Posts));
        Assert.Equal(1, study.Scalar<long>("select count(*) from volume_alarm where place_id = 2 and ended_day_ms is null"));
    }

    [Fact]
    public async Task Alarm_Ends_WithADayThatIsUsualAgain()
    {
        var study = await StartAsync(4, days: 40);
        var events = new List<VolumeEvent>();
        for (var day = 0; day < 20; day++)
        {
            _time.LeapTo(s_start.AddDays(day + 1).AddMinutes(10));
            var report = await study.CollectAsync();
            events.AddRange(report.Alarms);
            if (day != 15)
                continue;
            using var writer = study.Database.Connect();
            Dapper.SqlMapper.Execute(writer, "insert into volume_alarm (place_id, day_ms, direction, n, usual, raised_ms) values (2, @day, 'low', 3, 70, 0)", new { day = s_start.AddDays(15).ToUnixTimeMilliseconds() });
        }

        var end = Assert.Single(events);
        Assert.Equal((VolumeDirection.Usual, new DateOnly(2026, 3, 17)), (end.Direction, end.Day));
        Assert.Contains("comments: TestTown is back to normal since 2026-03-17: ", end.Text, StringComparison.Ordinal);
        Assert.Equal(1, study.Scalar<long>("select count(*) from volume_alarm where ended_day_ms is not null"));
    }

    [Fact]
    public async Task Days_ThatAreNotComplete_AreNotJudged()
    {
        var study = await StartAsync(4, days: 40);
        for (var day = 0; day < 18; day++)
        {
            _time.LeapTo(s_start.AddDays(day + 1).AddMinutes(10));
            await study.CollectAsync();
        }

        using (var connection = study.Database.Connect())
            Dapper.SqlMapper.Execute(connection, "update live_window set state = 'truncated' where from_ms >= @since", new { since = s_start.AddDays(5).ToUnixTimeMilliseconds() });
        _time.LeapTo(s_start.AddDays(19).AddMinutes(10));
        await study.CollectAsync();
        Assert.Equal(0, study.Scalar<long>("select count(*) from volume_alarm")); // five complete days are no history
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(5.0, false)]
    [InlineData(240.0, true)]
    public async Task Overflow_IsForecast_AndPrecededWithinBounds(double? tightestMinutes, bool isCut)
    {
        var study = await StartAsync(80, days: 3, cap: 120, looksFull: 100);
        var source = study.Source with { Depth = TimeSpan.FromMinutes(30), Tightest = tightestMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null };
        var collector = new LiveCollector(study.Database, study.Scope, study.Key, _time);
        _time.LeapTo(s_start.AddDays(1));
        var runs = 0;
        for (var hour = s_start.AddDays(1).AddHours(4); _time.GetUtcNow() < s_start.AddDays(2); runs++) // a schedule of every four hours
        {
            await collector.CollectAsync(source, new(), null, TestContext.Current.CancellationToken);
            var early = study.Scalar<long?>("select tight_ms from live_source") is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : hour;
            if (tightestMinutes is { } least)
                Assert.True(early - _time.GetUtcNow() >= TimeSpan.FromMinutes(least) - TimeSpan.FromSeconds(1), "tighter than allowed");
            _time.LeapTo(early < hour ? early : hour);
            hour = _time.GetUtcNow() < hour ? hour : hour.AddHours(4);
        }

        Assert.Equal(isCut, study.Scalar<long>("select count(*) from live_window where state = 'truncated'") > 0);
        Assert.InRange(runs, isCut ? 5 : 10, isCut ? 15 : 80);
    }

    [Fact]
    public async Task Forecast_IsShown()
    {
        var study = await StartAsync(60, days: 3);
        _time.LeapTo(s_start.AddDays(1));
        await new LiveCollector(study.Database, study.Scope, study.Key, _time).CollectAsync(
            study.Source with { Depth = TimeSpan.FromHours(6), Tightest = TimeSpan.FromMinutes(5) }, new(), null, TestContext.Current.CancellationToken);
        var standing = Assert.Single(new StandingsReader(study.Database, _time).Read());
        var comments = standing.Places.Single(place => place.Name.StartsWith("comments", StringComparison.Ordinal));
        Assert.Equal(500, comments.Capacity);
        Assert.InRange(comments.Hourly!.Value, 40, 56); // three in four posts are comments, and a sigma of chance more
        Assert.Equal(250 / comments.Hourly.Value, (standing.EarlyRun!.Value - _time.GetUtcNow()).TotalHours, 0.01);
    }

    [Theory]
    [InlineData(100, 1, null, 110)]
    [InlineData(0, 1, 110.0, 88)]
    [InlineData(400, 2, 10.0, 210)]
    [InlineData(0, 0, null, 0)]
    public void Rate_FollowsABurstAtOnce_AndForgetsItSlowly(long posts, double hours, double? before, double rate) =>
        Assert.Equal(rate, OverflowForecast.Rate(before, posts, TimeSpan.FromHours(hours)), 1e-9);

    private async Task<LiveStudy> StartAsync(double hourly, int days, int cap = 1000, int looksFull = 500)
    {
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-2), s_start.AddDays(days), hourly))
        {
            Cap = cap,
            LooksFull = looksFull,
            LosesAnchors = false,
            PageSize = 100,
        };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        return _study = new LiveStudy(_fake, new PolitenessOptions { UserAgent = LiveStudy.UserAgent });
    }
}
