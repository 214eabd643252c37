using System.Globalization;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Enforces the retention of texts, then removes the last traces of whatever was purged since.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class RetainJob(WorkRun run, LensStages stages) : IWorkJob
{
    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (_, fence, token) =>
    {
        var counts = stages.Retention(fence).Run(stages.TextDays, token);
        var clearing = stages.Clearing(fence).Run(token);
        return new(string.Create(CultureInfo.InvariantCulture, $"{counts.Texts} texts{(clearing.IsDone ? "" : ", traces left")}"), null);
    }, cancellationToken);
}
