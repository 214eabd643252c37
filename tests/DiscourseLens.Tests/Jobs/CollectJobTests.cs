using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Tests.Collecting.Live;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiscourseLens.Tests.Jobs;

/// <summary>Collections as work of the ledger: slices, holds and refusals.</summary>
public sealed class CollectJobTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private readonly InMemoryStorage _storage = new();
    private readonly FakeHost _host = new();
    private FakeReddit _fake = null!;
    private LiveStudy _study = null!;
    private WorkLedger _ledger = null!;
    private Dispatcher _dispatcher = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-2), s_start.AddDays(3), 4)) { LosesAnchors = false };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        _study = new LiveStudy(_fake);
        _ledger = new(_study.Database, _time, "me");
        _dispatcher = new(_ledger, new BackgroundJobClient(_storage));
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _storage.Dispose();
        _study.Dispose();
        await _fake.DisposeAsync();
    }

    [Fact]
    public void Run_CollectsWhatIsDue_AndHasItScored()
    {
        Request();
        Run();
        Assert.Equal(["collect|done|0|null", "score|ready|0|null"], Work());
        Assert.True(_study.Scalar<long>("select count(*) from item") > 50);
    }

    [Fact]
    public void Run_GoesOnLater_AfterASlice()
    {
        _fake.AnswerTime = TimeSpan.FromSeconds(50);
        Request();
        var slices = 1;
        for (Run(); Work()[0] != "collect|done|0|null"; slices++)
        {
            Assert.Equal("collect|ready|0|null", Work()[0]);
            Assert.Null(_ledger.NextDue() is { Kind: "collect" } ? "due at once" : null);
            _time.Leap(TimeSpan.FromMinutes(1));
            Run();
        }

        Assert.InRange(slices, 2, 20);
        Assert.Equal(["complete"], _study.Rows("select distinct state from collection_window"));
    }

    [Fact]
    public void Run_WaitsWithoutBurningAttempts_WhenTheSourceAsksForADay()
    {
        _fake.Faults.RetryAfter = TimeSpan.FromHours(24);
        _fake.Faults.Next.Enqueue(Fault.TooManyForSeconds);
        Request();
        Run();
        Assert.StartsWith("collect|ready|0|127.0.0.1 asks to be left alone until 2026-03-02T00:00", Work()[0], StringComparison.Ordinal);
        Assert.InRange(_ledger.Find("collect", "fake")!.NotBefore - s_start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
        Request(); // the schedule's next hour changes nothing
        Run();
        Assert.Single(_fake.Seen);
        _time.Leap(TimeSpan.FromHours(25));
        Run();
        Assert.Equal("collect|done|0|null", Work()[0]);
    }

    [Fact]
    public void Run_IsNotRequestedAgain_AfterARefusal_UntilAStart()
    {
        _fake.Instead["/api/v1/access_token"] = (200, "{\"error\":\"invalid_grant\"}");
        Request();
        Assert.Throws<WorkRefusedException>(Run);
        Assert.StartsWith("collect|failed|1|Reddit gives no token (invalid_grant)", Work()[0], StringComparison.Ordinal);
        Request();
        Assert.StartsWith("collect|failed", Work()[0], StringComparison.Ordinal);
        LiveWork.Clear(_study.Database, "fake");
        Request();
        Assert.StartsWith("collect|ready", Work()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IsTriedAgainLater_AfterTrouble()
    {
        for (var request = 0; request < 20; request++)
            _fake.Faults.Next.Enqueue(Fault.ServerError);
        Request();
        Assert.Throws<DiscourseLens.Collecting.SourceTroubleException>(Run);
        Assert.StartsWith("collect|ready|1|127.0.0.1/api/v1/access_token answers 502", Work()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IsRefused_WhenTheSourceIsNoLongerConfigured()
    {
        _ledger.Request(LiveWork.Of("gone"));
        Assert.Throws<WorkRefusedException>(Run);
        Assert.StartsWith("collect|failed|1|No source 'gone' is enabled", Work()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Request_KeepsTwoSourcesApart_WhileTheyWait()
    {
        var client = new BackgroundJobClient(_storage);
        foreach (var source in new[] { "a", "b", "a" })
            client.Enqueue<RequestCollectJob>(Schedule.Queue, job => job.Run(source));
        Assert.Equal(2, _storage.GetMonitoringApi().EnqueuedCount(Schedule.Queue));
    }

    private void Request() => new RequestCollectJob(_ledger, _study.Database, _dispatcher).Run("fake");

    private void Run()
    {
        var stages = new LensStages(null!, null!, null!) // collecting needs none of them
        {
            Live = fence => new LiveCollector(_study.Database, _study.Scope, _study.Key, _time, fence),
            Sources = [_study.Source],
        };
        var run = new WorkRun(_ledger, _dispatcher, _host, _time, NullLogger<WorkRun>.Instance);
        new CollectJob(run, stages, _time, NullLogger<CollectJob>.Instance).Run(1, TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<string> Work() => _study.Rows("select kind, state, attempt, error from work order by id");
}
