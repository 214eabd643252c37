using DiscourseLens.Collecting.Inbox;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Looks into the inbox.</summary>
[AutomaticRetry(Attempts = 0), SkipWhenQueued]
public sealed class ScanInboxJob(InboxFolder inbox, Dispatcher dispatcher)
{
    /// <summary>Runs it once.</summary>
    public void Run()
    {
        inbox.Scan();
        dispatcher.Dispatch();
    }
}
