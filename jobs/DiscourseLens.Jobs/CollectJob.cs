using System.Globalization;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Watching;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DiscourseLens.Jobs;

/// <summary>Collects one slice of what is due from a source, and has what came in scored.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false), SkipWhenQueued]
public sealed partial class CollectJob(WorkRun run, LensStages stages, TimeProvider time, ILogger<CollectJob> logger) : IWorkJob
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
            foreach (var alarm in report.Alarms)
                Log(work.Payload, alarm);
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

    private void Log(string source, VolumeEvent alarm)
    {
        if (alarm.Direction == VolumeDirection.Usual)
            LogUsual(source, alarm.Day, alarm.Posts, alarm.Usual);
        else
            LogUnusual(source, alarm.Direction, alarm.Day, alarm.Posts, alarm.Usual);
    }

    [LoggerMessage(2021, LogLevel.Warning, "A place of {Source} brought unusual volume ({Direction}) on {Day}: {Posts} posts, usually {Usual}; /runs names it")]
    private partial void LogUnusual(string source, VolumeDirection direction, DateOnly day, long posts, double usual);

    [LoggerMessage(2022, LogLevel.Information, "A place of {Source} is back to normal since {Day}: {Posts} posts, usually {Usual}")]
    private partial void LogUsual(string source, DateOnly day, long posts, double usual);
}
