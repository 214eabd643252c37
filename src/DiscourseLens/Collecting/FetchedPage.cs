namespace DiscourseLens.Collecting;

/// <summary>Posts that came together; they are stored in one transaction with the cursor after them.</summary>
public sealed record FetchedPage
{
    /// <summary>The posts, in any order.</summary>
    public IReadOnlyList<FetchedPost> Posts { get; init; } = [];

    /// <summary>Posts that could not be read.</summary>
    public IReadOnlyList<RejectedPost> Rejected { get; init; } = [];

    /// <summary>Stretches of the window that could not be had.</summary>
    public IReadOnlyList<WindowGap> Gaps { get; init; } = [];

    /// <summary>Handed back in <see cref="FetchWindow.Cursor"/> when the window is taken up after this page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Replaces the place's memory, which outlives windows (an ETag, a highest id); null leaves it.</summary>
    public string? Memory { get; init; }

    /// <summary>
    /// How far back reading got where it did not get to <see cref="FetchWindow.OverlapMs"/>, UTC milliseconds: time before it was not looked
    /// at again. Null where it got there, or is still on its way.
    /// </summary>
    public long? ReachedMs { get; init; }

    /// <summary>Signs of life beside the posts: an answer that says by itself that nothing is new (304) counts as one.</summary>
    public int Signs { get; init; }
}

/// <summary>A post that could not be read; the post itself is not kept.</summary>
/// <param name="Bytes">What it was, for length and hash.</param>
/// <param name="Reason">Why, in a few words without text of the post.</param>
/// <param name="CreatedMs">When it was written, where that much could be read.</param>
/// <param name="Kind">Its kind, where that could be read.</param>
public sealed record RejectedPost(ReadOnlyMemory<byte> Bytes, string Reason, long? CreatedMs = null, PostKind? Kind = null);

/// <summary>A stretch of a window that could not be had, or not whole.</summary>
/// <param name="FromMs">First millisecond; cut to the window.</param>
/// <param name="UntilMs">Millisecond after the last; cut to the window.</param>
/// <param name="State"><c>truncated</c>, <c>partial</c>, <c>missing</c> or <c>failed</c>.</param>
/// <param name="Reason">A sentence for the ledger.</param>
public sealed record WindowGap(long FromMs, long UntilMs, string State, string Reason)
{
    /// <summary>The share that was collected nevertheless, 0 to 1.</summary>
    public double Fraction { get; init; }

    /// <summary>How many posts were not had, counted or estimated; null where nobody can tell.</summary>
    public long? Missed { get; init; }

    /// <summary>The kind it holds for; null for all of the place.</summary>
    public PostKind? Kind { get; init; }
}
