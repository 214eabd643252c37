using System.Globalization;
using Dapper;
using DiscourseLens.Database;

namespace DiscourseLens.App.Doctor;

/// <summary>The ledger of work: what was given up, what somebody died over, what is late; and traces that purges left.</summary>
internal static class LedgerCheck
{
    private const string Name = "work";
    private static readonly TimeSpan s_late = TimeSpan.FromDays(1);

    public static IEnumerable<Finding> Run(LensDatabase database, TimeProvider time)
    {
        var ledger = new WorkLedger(database, time, "doctor");
        foreach (var work in ledger.Troubled())
            yield return Of(work);
        var backlog = ledger.Backlog();
        yield return backlog.OldestDue > s_late
            ? Finding.Warning(Name, string.Create(CultureInfo.InvariantCulture,
                $"Work has been due for {backlog.OldestDue.Value.TotalDays:0.#} days; start `discourselens serve`, or run the commands by hand."))
            : Finding.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"{backlog.Ready:N0} pieces wait and {backlog.Running:N0} are under way."));
        if (WaitingTraces(database) is > 0 and var waiting)
            yield return Finding.Warning("traces", string.Create(CultureInfo.InvariantCulture,
                $"{waiting:N0} purges wait for the file to be written anew; any writing command does it, `serve` at night."));
    }

    private static Finding Of(TroubledWork work) => work.State == "failed"
        ? Finding.Warning(Name, $"{work.Kind} '{work.Key}' was given up: {work.Error ?? "no reason was kept"}")
        : Finding.Warning(Name, string.Create(CultureInfo.InvariantCulture,
            $"{work.Kind} '{work.Key}' is under way under a lease that ran out at {work.LeaseExpires:yyyy-MM-dd'T'HH:mm:ss'Z'}: a process died; `serve`, or the same command again, takes it up."));

    private static long WaitingTraces(LensDatabase database)
    {
        using var connection = database.ConnectReadOnly();
        return connection.ExecuteScalar<long>("select count(*) from purge_receipt where cleared_ms is null");
    }
}
