using Hangfire.Client;
using Hangfire.Common;

namespace DiscourseLens.Jobs;

/// <summary>Does not enqueue a job while the same one waits: during a long import the minutes do not pile up behind it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SkipWhenQueuedAttribute : JobFilterAttribute, IClientFilter
{
    // Only a handful of different jobs exist, so that many can wait and no more.
    private const int Deepest = 100;

    /// <inheritdoc />
    public void OnCreating(CreatingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Canceled |= context.Storage.GetMonitoringApi().EnqueuedJobs(Schedule.Queue, 0, Deepest)
            .Any(waiting => waiting.Value?.Job is { } job && IsSame(job, context.Job));
    }

    /// <inheritdoc />
    public void OnCreated(CreatedContext context)
    {
    }

    private static bool IsSame(Job one, Job other) =>
        one.Type == other.Type && one.Method.Name == other.Method.Name
        && one.Args.Where(IsData).SequenceEqual(other.Args.Where(IsData));

    private static bool IsData(object argument) => argument is long or string;
}
