namespace DiscourseLens.Collecting.Revisiting;

/// <summary>How posts are looked at again.</summary>
public sealed record RevisitOptions
{
    /// <summary>Ages at which each post's score, replies and state are kept, so that posts can be compared at one age.</summary>
    public IReadOnlyList<TimeSpan> Ages { get; init; } = [TimeSpan.FromHours(36), TimeSpan.FromDays(7)];

    /// <summary>Part of a source's requests that may go into looking again, above 0 to 1.</summary>
    public double Share { get; init; } = 0.3;

    /// <summary>Time after which a run ends, to go on after a rest; null for as long as it takes.</summary>
    public TimeSpan? Slice { get; init; }
}
