using System.Globalization;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>Collects one slice of what is due from a source, and has what came in scored.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed class CollectJob(WorkRun run, LensStages stages, TimeProvider time) : IWorkJob
{
    private static readonly CollectOptions s_slice = new() { Slice = TimeSpan.FromMinutes(2) };

    // Between slices the others have their turn: a long first collection would hold up imports and scoring for hours.
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public void Run(long workId, CancellationToken cancellationToken) => run.Do(workId, (work, fence, token) =>
    {
        var source = stages.Sources.FirstOrDefault(source => source.Name == work.Payload)
            ?? throw new WorkRefusedException($"No source '{work.Payload}' is enabled in the settings any more.");
        try
        {
            var report = stages.Live(fence).CollectAsync(source, s_slice, null, token).GetAwaiter().GetResult();
            return new(string.Create(CultureInfo.InvariantCulture, $"{report.Stored} posts"), report.Stored > 0 ? StandingWork.Score : null)
            {
                ResumeAt = report.NotBefore ?? (report.More ? time.GetUtcNow() + s_breath : null),
                Why = report.Why,
            };
        }
        catch (SourceRefusedException exception)
        {
            throw new WorkRefusedException(exception.Message);
        }
    }, cancellationToken);
}
