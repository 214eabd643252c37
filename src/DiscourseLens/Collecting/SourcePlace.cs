namespace DiscourseLens.Collecting;

/// <summary>One place of a source: a community, a category, a query.</summary>
/// <param name="Name">Names it within its source, and never changes: the ledger knows it by this.</param>
/// <param name="Community">The community that its windows cover; null where it only discovers posts and covers nothing.</param>
/// <param name="Kinds">The kinds of post it gives.</param>
public sealed record SourcePlace(string Name, string? Community, IReadOnlyList<PostKind> Kinds)
{
    /// <summary>How young a post may be and still not show; windows end this long before now.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How far before a window it is read again, for posts that came late with an old time.</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The same once a day.</summary>
    public TimeSpan DeepLookback { get; init; } = TimeSpan.FromHours(48);

    /// <summary>
    /// The same once a week, as far as the place shows and was collected before: long enough that every day is looked at again when what
    /// came late to it has come. Null where that would ask for too much.
    /// </summary>
    public TimeSpan? WideLookback { get; init; }

    /// <summary>The longest window that is read at once; null for sources that list from the newest down.</summary>
    public TimeSpan? LongestWindow { get; init; }

    /// <summary>How far back it can be read at all; older time is missing for good. Null where nothing says so.</summary>
    public TimeSpan? Reach { get; init; }

    /// <summary>Newest entries that its listing is sure to show; what comes beyond them between two readings is lost. Null where nothing is.</summary>
    public int? Capacity { get; init; }

    /// <summary>Whether it shows earlier posts even when nothing is new: then an empty answer means it is dead, not quiet.</summary>
    public bool ShowsEarlier { get; init; }

    /// <summary>Whether a post may turn up in several such places; the community it was first stored under stands.</summary>
    public bool IsSearch { get; init; }
}
