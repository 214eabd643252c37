using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Brings the series up to date.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class RollupJob(WorkRun run, LensStages stages) : IWorkJob
{
    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (_, fence, token) =>
    {
        var report = stages.Rollup(fence).Run(token);
        return new($"{report.Days} days, {report.Buckets} buckets", null);
    }, cancellationToken);
}
