namespace DiscourseLens.Trends.Events;

/// <summary>Events so near a day that a series cannot tell them apart from what happened on it.</summary>
public static class NearEvents
{
    /// <summary>How many days before or after count as near: a month, the longer of the buckets that are tested.</summary>
    public const int Days = 30;

    /// <summary>The near events that may show in a target's series.</summary>
    /// <param name="events">All events.</param>
    /// <param name="day">The day.</param>
    /// <param name="target">The series' target.</param>
    /// <param name="except">Id of the event on that day, or null.</param>
    public static IReadOnlyList<DatedEvent> Of(IEnumerable<DatedEvent> events, DateOnly day, string target, string? except) =>
        events.Where(each => each.Id != except && each.Concerns(target) && Math.Abs(each.Day.DayNumber - day.DayNumber) <= Days).ToList();
}
