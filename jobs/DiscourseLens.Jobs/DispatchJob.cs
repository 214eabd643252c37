using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>
/// Starts what has become due without anything else to start it: work after a pause, work of a lease that ran out, sources whose
/// listings fill up.
/// </summary>
[AutomaticRetry(Attempts = 0), SkipWhenQueued]
public sealed class DispatchJob(EarlyCollections early, Dispatcher dispatcher)
{
    /// <summary>Runs it once.</summary>
    public void Run()
    {
        early.Request();
        dispatcher.Dispatch();
    }
}
