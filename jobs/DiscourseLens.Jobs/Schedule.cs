using System.Globalization;
using System.Linq.Expressions;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>The program's own cron lines, in UTC. What they start is decided by the ledger; a line missed is made up at start.</summary>
internal static class Schedule
{
    /// <summary>The one queue, served by one worker: whatever writes, writes alone.</summary>
    public const string Queue = "lens";

    /// <summary>Enters every line into a scheduler.</summary>
    public static void Enter(IRecurringJobManagerV2 cron, int scanSeconds, IReadOnlyDictionary<string, string>? sources = null)
    {
        //        id          minute hour day month weekday                  what it does
        if (scanSeconds != LensJobsOptions.NoInbox)
            Line<ScanInboxJob>(cron, "inbox", Every(scanSeconds), job => job.Run()); // enters archives that lie still
        Line<DispatchJob>(cron, "dispatch", "* * * * *", job => job.Run()); //        starts what is due again after a failure
        Line<RequestJob>(cron, "score", "15 3 * * *", job => job.Score()); //         once a night; every import asks for it too
        Line<RequestJob>(cron, "rollup", "45 * * * *", job => job.RollUp()); //       hourly; every scoring run asks for it too
        Line<RequestJob>(cron, "retain", "15 4 * * *", job => job.Retain()); //       once a night, after scoring: texts expire, traces go
        foreach (var (name, when) in sources ?? new Dictionary<string, string>())
        {
            Line<RequestCollectJob>(cron, $"collect:{name}", when, job => job.Run(name)); // each source at its own hours
            Line<RequestRevisitJob>(cron, $"revisit:{name}", "37 * * * *", job => job.Run(name)); // what is due of its posts
        }
    }

    /// <summary>A cron line for seconds: below a minute evenly within each minute, else whole minutes within each hour.</summary>
    public static string Every(int seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"*/{seconds} * * * * *"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"*/{seconds / 60} * * * *"),
        _ => "0 * * * *",
    };

    private static void Line<T>(IRecurringJobManagerV2 cron, string id, string when, Expression<Action<T>> run) =>
        cron.AddOrUpdate(id, Queue, run, when, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
}
