using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Microsoft.Extensions.Logging;

namespace DiscourseLens.Jobs;

/// <summary>Asks for the collection of sources before their hour, where a listing would overflow until then.</summary>
/// <param name="database">Says which.</param>
/// <param name="ledger">Takes the work.</param>
/// <param name="options">The sources that are collected.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is logged.</param>
public sealed partial class EarlyCollections(
    LensDatabase database, WorkLedger ledger, LensJobsOptions options, TimeProvider time, ILogger<EarlyCollections> logger)
{
    /// <summary>Asks for what is due early. Work that waits, runs or failed is left as it is.</summary>
    public void Request()
    {
        foreach (var source in LiveWork.DueEarly(database, time.GetUtcNow()).Where(options.Sources.ContainsKey))
        {
            if (ledger.Find(LiveWork.Kind, source)?.State != "done")
                continue;
            ledger.Request(LiveWork.Of(source));
            LogEarly(source);
        }
    }

    [LoggerMessage(2020, LogLevel.Information, "Collects {Source} before its hour: a listing of it fills up; /runs shows how fast")]
    private partial void LogEarly(string source);
}
