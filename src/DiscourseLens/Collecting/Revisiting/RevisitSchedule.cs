namespace DiscourseLens.Collecting.Revisiting;

/// <summary>When a post is looked at again: daily to an age of 7 days, weekly to 90, then every 30 days; and at fixed ages.</summary>
/// <param name="ages">The fixed ages.</param>
internal sealed class RevisitSchedule(IReadOnlyList<TimeSpan> ages)
{
    public const long DayMs = 86_400_000;
    private const double Lateness = 1.25; // a visit later than this times its age says nothing of that age

    private readonly long[] _agesMs = [.. ages.Select(age => (long)age.TotalMilliseconds).Order()];

    /// <summary>The ages, shortest first.</summary>
    public IReadOnlyList<long> AgesMs => _agesMs;

    /// <summary>When it is due after a visit.</summary>
    public static long Due(long createdMs, long visitedMs) => visitedMs + ((visitedMs - createdMs) switch
    {
        < 7 * DayMs => DayMs,
        < 90 * DayMs => 7 * DayMs,
        _ => 30 * DayMs,
    });

    /// <summary>The next instant at which it has a fixed age; null when all are past.</summary>
    public long? NextFixed(long createdMs, long nowMs)
    {
        var next = Array.Find(_agesMs, age => createdMs + age > nowMs);
        return next == 0 ? null : createdMs + next;
    }

    /// <summary>The fixed age for which a visit at an instant counts; null where it was due for none, or came too late.</summary>
    public long? AgeOf(long createdMs, long? fixedMs, long nowMs)
    {
        if (fixedMs is not { } due || due > nowMs)
            return null;
        var reached = Array.FindLast(_agesMs, age => createdMs + age <= nowMs);
        return nowMs - createdMs <= reached * Lateness ? reached : null;
    }
}
