namespace DiscourseLens.Scoring;

/// <summary>What a scoring run did.</summary>
/// <param name="Posts">Posts looked at because a current score was lacking.</param>
/// <param name="Relevant">Of these, relevant ones.</param>
/// <param name="Unscored">Of these, posts whose text cannot be scored.</param>
public sealed record ScoringReport(long Posts, long Relevant, long Unscored)
{
    /// <summary>Where the time went.</summary>
    public ScoringTime Time { get; init; }

    internal ScoringReport Add(PostScores post) =>
        new(Posts + 1, Relevant + (post.IsRelevant ? 1 : 0), Unscored + (post.IsUnscored ? 1 : 0));
}

/// <summary>How far a scoring run is.</summary>
/// <param name="Done">Posts done.</param>
/// <param name="Total">Posts to do.</param>
public readonly record struct ScoringProgress(long Done, long Total);
