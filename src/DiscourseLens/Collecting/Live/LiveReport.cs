using DiscourseLens.Collecting.Watching;

namespace DiscourseLens.Collecting.Live;

/// <summary>What a run, or a slice of one, did.</summary>
/// <param name="Places">One entry a place that was read, in the order of reading.</param>
/// <param name="More">Whether the slice ended before everything due was read.</param>
public sealed record LiveReport(IReadOnlyList<PlaceReport> Places, bool More)
{
    /// <summary>When the source may be asked again; null where it did not ask to be left alone.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why it may not be asked before.</summary>
    public string? Why { get; init; }

    /// <summary>Places that began to bring unusually few or many posts, or are back to normal.</summary>
    public IReadOnlyList<VolumeEvent> Alarms { get; init; } = [];

    /// <summary>Posts new to the store.</summary>
    public long Stored => Places.Sum(place => place.Stored);
}

/// <summary>What was read of one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Read">Posts shown, repeated ones included.</param>
/// <param name="Counted">Posts seen for the first time.</param>
/// <param name="Stored">Posts new to the store.</param>
/// <param name="Rejected">Posts that could not be read.</param>
/// <param name="Trouble">Why its window is not complete; null when it is, or is not read to its end yet.</param>
public sealed record PlaceReport(string Place, long Read, long Counted, long Stored, long Rejected, string? Trouble);
