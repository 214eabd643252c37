using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Tests.Support;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiscourseLens.Tests.Jobs;

public sealed class WorkRunTests : IDisposable
{
    private readonly TestStudy _study = new();
    private readonly InMemoryStorage _storage = new();
    private readonly FakeHost _host = new();
    private readonly WorkLedger _ledger;
    private readonly Dispatcher _dispatcher;
    private readonly WorkRun _run;

    public WorkRunTests()
    {
        _ledger = new(_study.Database, TimeProvider.System, "me");
        _dispatcher = new(_ledger, new BackgroundJobClient(_storage));
        _run = new(_ledger, _dispatcher, _host, TimeProvider.System, NullLogger<WorkRun>.Instance);
        _ledger.Request(StandingWork.Score);
    }

    public void Dispose()
    {
        _host.Dispose();
        _storage.Dispose();
        _study.Dispose();
    }

    [Fact]
    public void Do_CompletesTheWork_AndStartsWhatFollows()
    {
        _run.Do(1, (_, _, _) => new("5 posts", StandingWork.RollUp), TestContext.Current.CancellationToken);
        Assert.Equal(["score|done|5 posts|null", "rollup|ready|null|null"], States());
        Assert.Equal(typeof(RollupJob), Assert.Single(Enqueued()));
    }

    [Fact]
    public void Do_DoesNothing_WhenTheWorkIsNotDue()
    {
        _run.Do(1, (_, _, _) => new(null, null), TestContext.Current.CancellationToken);
        _run.Do(1, (_, _, _) => throw new InvalidOperationException("run twice"), TestContext.Current.CancellationToken);
        Assert.Equal(["score|done|null|null"], States());
    }

    [Fact]
    public void Do_GivesTheWorkBack_WhenTheProgramStops()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _run.Do(1, (_, _, token) =>
        {
            _host.StopApplication();
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return new(null, null);
        }, stop.Token));
        Assert.Equal(["score|ready|null|null"], States());
        Assert.Empty(Enqueued());
    }

    [Fact]
    public void Do_EndsTheWorkAsCancelled_WhenTheJobIsCalledOff()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _run.Do(1, (_, _, token) =>
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return new(null, null);
        }, stop.Token));
        Assert.Equal(["score|cancelled|null|null"], States());
    }

    [Fact]
    public void Do_LeavesARetryToTheLedger_AndThrows()
    {
        Assert.Throws<IOException>(() =>
            _run.Do(1, (_, _, _) => throw new IOException("the disk is full"), TestContext.Current.CancellationToken));
        Assert.Equal(["score|ready|null|the disk is full"], States());
        Assert.Null(_ledger.NextDue());
    }

    [Fact]
    public void Do_GivesUp_WhenTheWorkIsRefused()
    {
        Assert.Throws<WorkRefusedException>(() =>
            _run.Do(1, (_, _, _) => throw new WorkRefusedException("broken"), TestContext.Current.CancellationToken));
        Assert.Equal(["score|failed|null|broken"], States());
    }

    [Fact]
    public void Do_WritesNothing_WhenTheLeaseIsLost()
    {
        Assert.Throws<LeaseLostException>(() => _run.Do(1, (_, fence, _) =>
        {
            new WorkLedger(_study.Database, TimeProvider.System, "another").RecoverForeign();
            using var connection = _study.Database.Connect();
            fence(connection);
            return new(null, null);
        }, TestContext.Current.CancellationToken));
        Assert.Equal(["score|ready|null|null"], States());
    }

    [Fact]
    public void Dispatch_EnqueuesTheSameWorkOnce_WhileItWaits()
    {
        _dispatcher.Dispatch();
        _dispatcher.Dispatch();
        Assert.Equal(typeof(ScoreJob), Assert.Single(Enqueued()));
    }

    private IReadOnlyList<string> States() => _study.Rows("select kind, state, result, error from work order by id");

    private List<Type> Enqueued() =>
        [.. _storage.GetMonitoringApi().EnqueuedJobs(Schedule.Queue, 0, 10).Select(waiting => waiting.Value.Job.Type)];
}
