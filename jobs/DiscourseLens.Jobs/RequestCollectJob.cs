using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Asks for a collection at its hour. A source that refused us is not asked again before a person acts.</summary>
[AutomaticRetry(Attempts = 0), SkipWhenQueued]
public sealed class RequestCollectJob(WorkLedger ledger, LensDatabase database, Dispatcher dispatcher)
{
    /// <summary>Asks for one source's.</summary>
    /// <param name="source">Its name in the settings.</param>
    public void Run(string source) => SourceRequest.Make(source, LiveWork.Of(source), ledger, database, dispatcher);
}
