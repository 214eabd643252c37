using DiscourseLens.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiscourseLens.Jobs;

/// <summary>One run of a piece of work: claimed, fenced, and ended in the ledger as it ended in truth.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="dispatcher">Called for what comes next.</param>
/// <param name="host">Tells a stop of the program from a job called off.</param>
/// <param name="time">The clock of renewals.</param>
/// <param name="logger">Where runs are logged, by id and kind.</param>
public sealed partial class WorkRun(
    WorkLedger ledger, Dispatcher dispatcher, IHostApplicationLifetime host, TimeProvider time, ILogger<WorkRun> logger)
{
    /// <summary>Does a piece of work if it is due and free, then has the next one started.</summary>
    /// <param name="workId">Id in the table <c>work</c>.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancellationToken">Fires when the program stops or the job is called off.</param>
    public void Do(long workId, WorkAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (ledger.Claim(workId) is not { } lease)
            return;
        try
        {
            var started = time.GetTimestamp();
            var outcome = Do(lease, action, cancellationToken);
            if (outcome.ResumeAt is { } until)
                ledger.Postpone(lease, until, outcome.Why, outcome.Next);
            else
                ledger.Complete(lease, outcome.Result, outcome.Next);
            LogDone(workId, lease.Work.Kind, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception)
        {
            End(lease, exception);
            throw; // Hangfire must not take it for a success
        }
        finally
        {
            if (!host.ApplicationStopping.IsCancellationRequested)
                dispatcher.Dispatch();
        }
    }

    private WorkOutcome Do(Lease lease, WorkAction action, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var renewal = new LeaseRenewal(ledger, lease, stop, time);
        try
        {
            return action(lease.Work, connection => ledger.Guard(connection, lease), stop.Token);
        }
        catch (OperationCanceledException) when (renewal.IsLost)
        {
            throw new LeaseLostException(lease);
        }
    }

    private void End(Lease lease, Exception exception)
    {
        switch (exception)
        {
            case LeaseLostException:
                LogLost(lease.Work.Id, lease.Work.Kind);
                break;
            case OperationCanceledException when host.ApplicationStopping.IsCancellationRequested:
                ledger.Release(lease);
                LogReleased(lease.Work.Id, lease.Work.Kind);
                break;
            case OperationCanceledException:
                ledger.Cancel(lease);
                LogCancelled(lease.Work.Id, lease.Work.Kind);
                break;
            default:
                ledger.Fail(lease, exception.Message, again: exception is not WorkRefusedException);
                LogFailed(lease.Work.Id, lease.Work.Kind, exception.GetType().Name);
                break;
        }
    }

    [LoggerMessage(2000, LogLevel.Information, "Did work {WorkId} ({Kind}) in {ElapsedMs} ms")]
    private partial void LogDone(long workId, string kind, long elapsedMs);

    [LoggerMessage(2001, LogLevel.Information, "Gave work {WorkId} ({Kind}) back because the program stops")]
    private partial void LogReleased(long workId, string kind);

    [LoggerMessage(2002, LogLevel.Warning, "Work {WorkId} ({Kind}) was called off")]
    private partial void LogCancelled(long workId, string kind);

    [LoggerMessage(2003, LogLevel.Warning, "Work {WorkId} ({Kind}) failed with {Trouble}; the table work says why")]
    private partial void LogFailed(long workId, string kind, string trouble);

    [LoggerMessage(2004, LogLevel.Warning, "Work {WorkId} ({Kind}) was taken over by another run")]
    private partial void LogLost(long workId, string kind);
}
