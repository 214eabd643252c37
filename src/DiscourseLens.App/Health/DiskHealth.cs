using System.Globalization;
using DiscourseLens.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DiscourseLens.App.Health;

/// <summary>Whether the disk of the store has room for more than the next transaction.</summary>
internal sealed class DiskHealth(LensDatabase database) : IHealthCheck
{
    private const long Enough = 512L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(database.Path).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB free");
        return Task.FromResult(free >= Enough ? HealthCheckResult.Healthy(text) : HealthCheckResult.Unhealthy(text));
    }
}
