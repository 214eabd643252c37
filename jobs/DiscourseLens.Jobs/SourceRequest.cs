using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;

namespace DiscourseLens.Jobs;

/// <summary>Asks for work with a source, unless it refused us: then nobody asks before a person acts.</summary>
internal static class SourceRequest
{
    /// <param name="source">The source's name in the settings.</param>
    /// <param name="work">What is to be done with it.</param>
    /// <param name="ledger">Takes the work.</param>
    /// <param name="database">Says whether the source refused.</param>
    /// <param name="dispatcher">Starts what is next.</param>
    public static void Make(string source, NewWork work, WorkLedger ledger, LensDatabase database, Dispatcher dispatcher)
    {
        if (LiveWork.StoppedBecause(database, source) is not null)
            return;
        ledger.Request(work);
        dispatcher.Dispatch();
    }
}
