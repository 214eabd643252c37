using System.Globalization;
using DiscourseLens.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DiscourseLens.Jobs;

/// <summary>Whether work is got through: nothing has been due for more than a day. Big archives take hours, so late is no outage.</summary>
internal sealed class BacklogHealth(WorkLedger ledger) : IHealthCheck
{
    private static readonly TimeSpan s_late = TimeSpan.FromDays(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var backlog = ledger.Backlog();
        var oldest = backlog.OldestDue ?? TimeSpan.Zero;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{backlog.Ready} ready, {backlog.Running} running, {backlog.Failed} failed; oldest due for {(long)oldest.TotalSeconds} s");
        return Task.FromResult(oldest < s_late ? HealthCheckResult.Healthy(text) : HealthCheckResult.Degraded(text));
    }
}
