using DiscourseLens.Database;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Asks hourly for a look at posts that are due again. A source that refused us is not asked before a person acts.</summary>
[AutomaticRetry(Attempts = 0), SkipWhenQueued]
public sealed class RequestRevisitJob(WorkLedger ledger, LensDatabase database, Dispatcher dispatcher)
{
    /// <summary>Asks for one source's.</summary>
    /// <param name="source">Its name in the settings.</param>
    public void Run(string source) => SourceRequest.Make(source, StandingWork.Revisit(source), ledger, database, dispatcher);
}
