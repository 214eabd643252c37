using DiscourseLens.Collecting.Inbox;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Takes one archive of the inbox in, and has what came in scored.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class ImportJob(WorkRun run, InboxFolder inbox, LensStages stages) : IWorkJob
{
    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (work, fence, token) =>
    {
        var file = stages.Collector(fence).Import([inbox.PathOf(work)], null, null, token).Files[0];
        inbox.Note(work, file.Error);
        return file.Error is null ? new(file.Sha256, StandingWork.Score) : throw new WorkRefusedException(file.Error);
    }, cancellationToken);
}
