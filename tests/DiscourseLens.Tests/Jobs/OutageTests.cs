using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiscourseLens.Tests.Jobs;

/// <summary>What outages, of ours and of a source, do to a schedule.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const string EveryHalfHour = "*/30 * * * *";
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private readonly TempFolder _folder = new();
    private readonly InMemoryStorage _storage = new();
    private readonly FakeHost _host = new();
    private FakeReddit _fake = null!;
    private LiveStudy _study = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-2), s_start.AddDays(3), 4)) { LosesAnchors = false };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        _study = new LiveStudy(_fake);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _storage.Dispose();
        _study.Dispose();
        _folder.Dispose();
        await _fake.DisposeAsync();
    }

    [Fact]
    public async Task TwoDaysOff_AreMadeUpForByOneRun()
    {
        await StartAsync("first");
        RunAll("first");
        var asked = _fake.Seen.Count;
        _time.LeapTo(s_start.AddDays(2));
        await StartAsync("second"); // 96 half hours were missed
        Assert.Equal("ready", Ledger("second").Find(LiveWork.Kind, "fake")!.State);
        Assert.Equal(1, RunAll("second"));
        Assert.Equal(2, _study.Scalar<long>("select lease_epoch from work where kind = 'collect'"));
        Assert.InRange(_fake.Seen.Count - asked, 4, 40);
        Assert.Equal(["complete"], _study.Rows("select distinct state from collection_window"));
        Assert.Equal(_study.Scalar<long>("select sum(n) from archive_count"), _study.Scalar<long>("select count(*) from item"));
    }

    [Fact]
    public async Task Start_AsksForNothing_WhereNoHourWasMissed()
    {
        await StartAsync("first");
        RunAll("first");
        _time.Leap(TimeSpan.FromMinutes(5));
        await StartAsync("second");
        Assert.Equal("done", Ledger("second").Find(LiveWork.Kind, "fake")!.State);
    }

    [Fact]
    public async Task ADayOfSilence_BlocksThatSourceOnly_Visibly()
    {
        _fake.Faults.RetryAfter = TimeSpan.FromHours(24);
        _fake.Faults.Next.Enqueue(Fault.TooManyForSeconds);
        await StartAsync("first");
        Ledger("first").Request(LiveWork.Of("other"));
        Run("first");
        Assert.Equal("other", Ledger("first").NextDue()!.Payload);
        var standing = Assert.Single(new StandingsReader(_study.Database, _time).Read());
        Assert.InRange(standing.NotBefore!.Value - s_start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
        Assert.Contains("asks to be left alone until 2026-03-02T00:00", standing.Why, StringComparison.Ordinal);
        Assert.Equal(0, _study.Scalar<long>("select attempt from work where key = 'fake' and kind = 'collect'"));
        Assert.Single(_fake.Seen);
    }

    private WorkLedger Ledger(string owner) => new(_study.Database, _time, owner);

    private async Task StartAsync(string owner)
    {
        var ledger = Ledger(owner);
        var options = new LensJobsOptions(_folder.File("inbox"), LensJobsOptions.NoInbox) { Sources = new Dictionary<string, string> { ["fake"] = EveryHalfHour } };
        var start = new JobsStart(
            ledger, _study.Database, new InboxFolder(options.InboxPath, _study.Database, ledger), new Dispatcher(ledger, new BackgroundJobClient(_storage)),
            new RecurringJobManager(_storage), options, _time, NullLogger<JobsStart>.Instance);
        await start.StartingAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the source's piece until nothing of it is due; returns how often.</summary>
    private int RunAll(string owner)
    {
        var runs = 0;
        for (; Ledger(owner).Find(LiveWork.Kind, "fake")!.State != "done"; runs++)
            Run(owner);
        return runs;
    }

    private void Run(string owner)
    {
        var ledger = Ledger(owner);
        var stages = new LensStages(null!, null!, null!) // collecting needs none of them
        {
            Live = fence => new LiveCollector(_study.Database, _study.Scope, _study.Key, _time, fence),
            Sources = [_study.Source],
        };
        var run = new WorkRun(ledger, new Dispatcher(ledger, new BackgroundJobClient(_storage)), _host, _time, NullLogger<WorkRun>.Instance);
        new CollectJob(run, stages, _time, NullLogger<CollectJob>.Instance).Run(ledger.Find(LiveWork.Kind, "fake")!.Id, TestContext.Current.CancellationToken);
    }
}
