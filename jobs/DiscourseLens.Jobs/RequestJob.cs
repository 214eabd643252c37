using DiscourseLens.Database;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Asks for standing work at its hour.</summary>
[AutomaticRetry(Attempts = 0), SkipWhenQueued]
public sealed class RequestJob(WorkLedger ledger, Dispatcher dispatcher)
{
    /// <summary>Asks for scoring.</summary>
    public void Score() => Request(StandingWork.Score);

    /// <summary>Asks for a roll-up.</summary>
    public void RollUp() => Request(StandingWork.RollUp);

    /// <summary>Asks for retention.</summary>
    public void Retain() => Request(StandingWork.Retain);

    private void Request(NewWork work)
    {
        ledger.Request(work);
        dispatcher.Dispatch();
    }
}
