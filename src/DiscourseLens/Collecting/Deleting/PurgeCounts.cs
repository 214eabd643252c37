namespace DiscourseLens.Collecting.Deleting;

/// <summary>What a purge took, in numbers.</summary>
/// <param name="Items">Posts that left the store whole.</param>
/// <param name="Texts">Texts, those of <paramref name="Items"/> included.</param>
/// <param name="Authors">Author keys.</param>
/// <param name="Captures">Sightings removed, or whose hash of a text was removed.</param>
/// <param name="Scores">Scores of the purged posts and texts.</param>
/// <param name="Mentions">Places in the purged texts.</param>
public sealed record PurgeCounts(long Items, long Texts, long Authors, long Captures, long Scores, long Mentions)
{
    /// <summary>Nothing.</summary>
    public static PurgeCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Whether nothing was taken.</summary>
    public bool IsNone => this == None;

    /// <summary>Both together.</summary>
    public static PurgeCounts operator +(PurgeCounts left, PurgeCounts right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static PurgeCounts Add(PurgeCounts left, PurgeCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Items + right.Items, left.Texts + right.Texts, left.Authors + right.Authors,
            left.Captures + right.Captures, left.Scores + right.Scores, left.Mentions + right.Mentions);
    }
}
