using System.Globalization;
using DiscourseLens.Collecting;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Looks at posts of a source again for one slice, then rests, so that collecting has the larger share of its requests.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class RevisitJob(WorkRun run, LensStages stages) : IWorkJob
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (work, fence, token) =>
    {
        var source = stages.Sources.FirstOrDefault(source => source.Name == work.Payload)
            ?? throw new WorkRefusedException($"No source '{work.Payload}' is enabled in the settings any more.");
        try
        {
            var report = stages.Revisits(fence).RunAsync(source, stages.RevisitOptions with { Slice = s_slice }, null, token).GetAwaiter().GetResult();
            var isAsSeen = report.Counts.Asked == report.Counts.Unchanged;
            return new(string.Create(CultureInfo.InvariantCulture, $"{report.Counts.Asked} posts"), isAsSeen ? null : StandingWork.Score)
            {
                ResumeAt = report.ResumeAt,
                Why = report.Why,
            };
        }
        catch (SourceRefusedException exception)
        {
            throw new WorkRefusedException(exception.Message);
        }
    }, cancellationToken);
}
