using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Scores what lacks a score of a current scorer, and has it rolled up.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class ScoreJob(WorkRun run, LensStages stages) : IWorkJob
{
    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (_, fence, token) =>
    {
        var report = stages.Scoring(fence).Run(null, token);
        return new($"{report.Posts} posts", StandingWork.RollUp);
    }, cancellationToken);
}
