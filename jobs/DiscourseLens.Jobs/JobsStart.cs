using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Database;
using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiscourseLens.Jobs;

/// <summary>Before any job runs: takes up what an earlier process left, and computes from the ledger what is due.</summary>
internal sealed partial class JobsStart(
    WorkLedger ledger, InboxFolder inbox, Dispatcher dispatcher, IRecurringJobManagerV2 cron, LensJobsOptions options,
    ILogger<JobsStart> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        LogRecovered(ledger.RecoverForeign());
        if (options.ScanSeconds != LensJobsOptions.NoInbox)
            inbox.Open();
        ledger.Request(StandingWork.Score); // whatever the hour: a night was missed, or the scorers are new
        Schedule.Enter(cron, options.ScanSeconds);
        dispatcher.Dispatch();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2010, LogLevel.Information, "Took up {WorkCount} pieces of work that an earlier process left under way")]
    private partial void LogRecovered(int workCount);
}
