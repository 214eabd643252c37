using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>What a scoring run did.</summary>
/// <param name="Posts">Posts looked at because a current score was lacking.</param>
/// <param name="Relevant">Of these, relevant ones.</param>
/// <param name="Unscored">Of these, posts whose text cannot be scored.</param>
public sealed record ScoringReport(long Posts, long Relevant, long Unscored)
{
    /// <summary>Where the time went.</summary>
    public ScoringTime Time { get; init; }

    /// <summary>Posts by their overall label.</summary>
    public StanceCounts Stance { get; init; }

    /// <summary>Stance that the scorer was asked for and will not give.</summary>
    public long StanceMissing { get; init; }

    /// <summary>Stance that could not be asked for; its posts stay in line.</summary>
    public long StanceLater { get; init; }

    /// <summary>Why, for the last of them; null when there was none.</summary>
    public string? StanceProblem { get; init; }

    /// <summary>What asking cost.</summary>
    public ModelUsage Usage { get; init; }

    internal ScoringReport Add(PostScores post)
    {
        var later = post.Stance.Where(static row => row.Outcome.Score is null && row.Outcome.Missing is null).ToList();
        return this with
        {
            Posts = Posts + 1,
            Relevant = Relevant + (post.IsRelevant ? 1 : 0),
            Unscored = Unscored + (post.IsUnscored ? 1 : 0),
            Stance = Stance.Add(post.Stance.FirstOrDefault(static row => row.Target == Targets.All)?.Outcome.Score?.Label),
            StanceMissing = StanceMissing + post.Stance.Count(static row => row.Outcome.Missing is not null),
            StanceLater = StanceLater + later.Count,
            StanceProblem = later.Count > 0 ? later[^1].Outcome.Problem : StanceProblem,
            Usage = Usage + post.Usage,
        };
    }
}

/// <summary>How far a scoring run is.</summary>
/// <param name="Done">Posts done.</param>
/// <param name="Total">Posts to do.</param>
public readonly record struct ScoringProgress(long Done, long Total);
