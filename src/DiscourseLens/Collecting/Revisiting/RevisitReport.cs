namespace DiscourseLens.Collecting.Revisiting;

/// <summary>What came of looking at posts again.</summary>
/// <param name="Counts">What was seen.</param>
public sealed record RevisitReport(RevisitCounts Counts)
{
    /// <summary>When to go on with what is still due; null when nothing is.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>Why it waits; null where nobody asked for it.</summary>
    public string? Why { get; init; }
}

/// <summary>Posts looked at again, by what was seen.</summary>
/// <param name="Asked">All of them.</param>
/// <param name="Unchanged">As the store has them.</param>
/// <param name="Deleted">Deleted by their authors, and purged.</param>
/// <param name="Absent">Absent often enough to be taken for gone; their texts were purged.</param>
/// <param name="Removed">Shown without the text that they had; it was purged.</param>
public sealed record RevisitCounts(long Asked, long Unchanged, long Deleted, long Absent, long Removed)
{
    /// <summary>None.</summary>
    public static RevisitCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static RevisitCounts operator +(RevisitCounts left, RevisitCounts right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static RevisitCounts Add(RevisitCounts left, RevisitCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Asked + right.Asked, left.Unchanged + right.Unchanged, left.Deleted + right.Deleted,
            left.Absent + right.Absent, left.Removed + right.Removed);
    }
}

/// <summary>How far a source's posts were looked at again.</summary>
/// <param name="Posts">Posts of the source in the store.</param>
/// <param name="Unchecked">Those never looked at again.</param>
/// <param name="Due">Those due now.</param>
/// <param name="Oldest">For how long the post that waited longest was not looked at; null without posts.</param>
public sealed record RevisitStatus(long Posts, long Unchecked, long Due, TimeSpan? Oldest);
