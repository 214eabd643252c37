using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiscourseLens.Jobs;

/// <summary>Before any job runs: takes up what an earlier process left, and computes from the ledger what is due.</summary>
internal sealed partial class JobsStart(
    WorkLedger ledger, LensDatabase database, InboxFolder inbox, Dispatcher dispatcher, IRecurringJobManagerV2 cron,
    LensJobsOptions options, TimeProvider time, ILogger<JobsStart> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        LogRecovered(ledger.RecoverForeign());
        if (options.ScanSeconds != LensJobsOptions.NoInbox)
            inbox.Open();
        ledger.Request(StandingWork.Score); // whatever the hour: a night was missed, or the scorers are new
        ledger.Request(StandingWork.Retain); // likewise
        foreach (var (name, when) in options.Sources)
        {
            RequestMissed(name, when);
            ledger.Request(StandingWork.Revisit(name));
        }

        Schedule.Enter(cron, options.ScanSeconds, options.Sources);
        dispatcher.Dispatch();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>However many hours of a source were missed, one run makes up for them. A start is a person's act, so it ends a stop.</summary>
    private void RequestMissed(string name, string when)
    {
        LiveWork.Clear(database, name);
        var last = ledger.Find(LiveWork.Kind, name);
        var isDue = last is null || last.State != "done" || CronSchedule.TryParse(when)?.CameBetween(last.Updated, time.GetUtcNow()) == true;
        if (isDue)
            ledger.Request(LiveWork.Of(name));
    }

    [LoggerMessage(2010, LogLevel.Information, "Took up {WorkCount} pieces of work that an earlier process left under way")]
    private partial void LogRecovered(int workCount);
}
