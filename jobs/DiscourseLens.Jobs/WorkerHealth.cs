using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DiscourseLens.Jobs;

/// <summary>Whether the worker lives: it has given a sign of life within two minutes.</summary>
internal sealed class WorkerHealth(JobStorage storage, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var lives = storage.GetMonitoringApi().Servers().Any(server => server.Heartbeat is { } sign && now - sign < s_silence);
        return Task.FromResult(lives
            ? HealthCheckResult.Healthy("the worker runs")
            : HealthCheckResult.Unhealthy("no worker has given a sign of life for two minutes"));
    }
}
