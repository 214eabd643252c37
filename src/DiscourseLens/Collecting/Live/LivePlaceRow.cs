namespace DiscourseLens.Collecting.Live;

/// <summary>A row of the table <c>live_place</c>.</summary>
internal sealed record LivePlaceRow
{
    public long Id { get; init; }
    public long? CommunityId { get; init; }

    /// <summary>Everything before it is settled.</summary>
    public long NextMs { get; init; }

    /// <summary>End of the window under way; null where none is.</summary>
    public long? WindowUntilMs { get; init; }

    /// <summary>Where reading the window under way begins.</summary>
    public long? OverlapMs { get; init; }

    /// <summary>When the deep overlap was last begun.</summary>
    public long? DeepMs { get; init; }

    /// <summary>When the wide overlap was last begun, or the place was new.</summary>
    public long? WideMs { get; init; }

    /// <summary>Posts shown in the window under way, old ones included.</summary>
    public long Shown { get; init; }
    public string? Cursor { get; init; }
    public string? Memory { get; init; }
    public string? Unavailable { get; init; }
    public long? RetryMs { get; init; }
    public long WorkedMs { get; init; }

    public FetchWindow Window => new(NextMs, WindowUntilMs!.Value, OverlapMs!.Value, Cursor, Memory); // only while one is under way
}
