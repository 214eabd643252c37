namespace DiscourseLens.Collecting.Live;

/// <summary>How a run goes about.</summary>
public sealed record CollectOptions
{
    /// <summary>Read again from here on; null goes on where the last run stopped.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Time after which the run ends at the next page, to go on later; null for as long as it takes.</summary>
    public TimeSpan? Slice { get; init; }
}
