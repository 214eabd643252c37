using DiscourseLens.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DiscourseLens.App.Health;

/// <summary>Whether the store can be written; a store that a job is writing can.</summary>
internal sealed class StoreHealth(LensDatabase database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(database.IsFreeToWrite() ? "the store can be written" : "a job is writing the store"));
}
