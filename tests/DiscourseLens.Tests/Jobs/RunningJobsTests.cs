using System.Diagnostics;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Revisiting;
using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Series;
using DiscourseLens.Tests.Collecting.Deleting;
using DiscourseLens.Tests.Scoring;
using DiscourseLens.Tests.Support;
using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Jobs;

/// <summary>The jobs under a real Hangfire server in this process, each test with a storage of its own.</summary>
public sealed class RunningJobsTests : IDisposable
{
    private readonly TestStudy _study = new();
    private readonly ManualResetEventSlim _entered = new();
    private readonly ManualResetEventSlim _goOn = new();

    public void Dispose()
    {
        _entered.Dispose();
        _goOn.Dispose();
        _study.Dispose();
    }

    [Fact]
    public async Task Start_TakesUpWhatADeadProcessLeft_AndDoesIt()
    {
        _goOn.Set();
        var dead = new WorkLedger(_study.Database, TimeProvider.System, "dead");
        dead.Request(StandingWork.Score);
        Assert.NotNull(dead.Claim(1));
        await using var app = await Start();
        await Until(() => State("score") == "done" && State("rollup") == "done");
        Assert.Equal(2, _study.Scalar<long>("select lease_epoch from work where kind = 'score'"));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_LetsTextsExpire_AndLooksAtSourcesAgain()
    {
        _goOn.Set();
        _study.ImportLines(Submission("s1", "Medicine and healing", "x"));
        await using var app = await Start();
        await Until(() => State("retain") == "done" && State("revisit") == "done");
        Assert.Equal("0|1", Assert.Single(_study.Rows("select (select count(*) from item_text), (select count(*) from expired_text)")));
        Assert.Equal("retention|1|1", Assert.Single(_study.Rows("select reason, texts, cleared_ms is not null from purge_receipt")));
        Assert.Equal(1, _study.Scalar<long>("select count(*) from revisit"));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CalledOffJob_IsDeletedInTheEngine_CancelledInTheLedger_AndNeverASuccess()
    {
        _study.ImportLines(Submission("s1", "Medicine and healing", "x"));
        await using var app = await Start();
        Assert.True(_entered.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        var monitor = app.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        var job = monitor.ProcessingJobs(0, 10).Single(running => running.Value.Job.Type == typeof(ScoreJob)).Key;
        Assert.True(app.Services.GetRequiredService<IBackgroundJobClientV2>().ChangeState(job, new DeletedState(), null));
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken); // the token fires within a second
        _goOn.Set();
        await Until(() => State("score") == "cancelled");
        await app.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal([DeletedState.StateName, ProcessingState.StateName, EnqueuedState.StateName],
            monitor.JobDetails(job).History.Select(state => state.StateName));
    }

    private async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Hangfire keeps the last logger factory for the whole process: one that is never disposed.
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddSingleton(_study.Database);
        builder.Services.AddSingleton(new LensJobsOptions(_study.File("inbox"), 1) { Sources = new Dictionary<string, string> { ["again"] = "0 0 1 1 *" } });
        builder.Services.AddSingleton(new LensStages(
            fence => new Collector(_study.Database, _study.Scope, _study.Key, fence), Scoring,
            fence => new Rollup(_study.Database, fence: fence))
        {
            Sources = [new ShownAgain(new FakeTimeProvider()).Configured],
            Live = fence => new LiveCollector(_study.Database, _study.Scope, _study.Key, TimeProvider.System, fence),
            Revisits = fence => new RevisitRun(_study.Database, _study.Scope, _study.Key, TimeProvider.System, fence),
            Retention = fence => new Retention(_study.Database, TimeProvider.System, fence),
            Clearing = fence => new Clearing(_study.Database, TimeProvider.System, fence),
            TextDays = 30,
        });
        builder.AddLensJobs();
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private ScoringRun Scoring(Fence fence)
    {
        _entered.Set();
        _goOn.Wait();
        var scorers = new Scorers(Shipped.Reader, new Dictionary<string, string>(), LinearStanceScorer.LoadShipped());
        return new(_study.Database, scorers, TimeProvider.System, fence);
    }

    private string? State(string kind) => _study.Rows($"select state from work where kind = '{kind}'").SingleOrDefault();

    private static async Task Until(Func<bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "it did not come about in time");
    }
}
