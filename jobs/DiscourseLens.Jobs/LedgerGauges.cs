using System.Diagnostics.Metrics;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Microsoft.Extensions.Hosting;

namespace DiscourseLens.Jobs;

/// <summary>How much waits and how far collecting is behind, read from the ledger whenever somebody listens.</summary>
internal sealed class LedgerGauges : IHostedService, IDisposable
{
    private readonly Meter _meter = new(LensMeter.Name);

    public LedgerGauges(WorkLedger ledger, LensDatabase database, TimeProvider time)
    {
        _meter.CreateObservableGauge("discourselens.backlog", () => Backlog(ledger), "{piece}", "Pieces of work, by state (ready, running, failed).");
        _meter.CreateObservableGauge("discourselens.lag", () => Lag(database, time), "s", "Age of the oldest time not collected yet, by source.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private static Measurement<long>[] Backlog(WorkLedger ledger)
    {
        var backlog = ledger.Backlog();
        return [new(backlog.Ready, Tag("state", "ready")), new(backlog.Running, Tag("state", "running")), new(backlog.Failed, Tag("state", "failed"))];
    }

    private static IEnumerable<Measurement<double>> Lag(LensDatabase database, TimeProvider time) =>
        LiveWork.CollectedUntil(database).Select(pair => new Measurement<double>((time.GetUtcNow() - pair.Value).TotalSeconds, Tag("source", pair.Key)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
