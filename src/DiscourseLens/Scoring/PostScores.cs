using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>What is to be written of a post.</summary>
/// <param name="Post">The post.</param>
/// <param name="IsRelevant">Whether it is relevant, by this run or an earlier one.</param>
internal sealed record PostScores(PostInHand Post, bool IsRelevant)
{
    /// <summary>The gate's decision; null where it is stored.</summary>
    public RelevanceDecision? Relevance { get; init; }

    /// <summary>What language it is in and why it is not scored; null where that is known.</summary>
    public Readability? Readability { get; init; }

    /// <summary>Rows of sentiment; none where it is stored or not asked for.</summary>
    public IReadOnlyList<SentimentRow> Sentiment { get; init; } = [];

    /// <summary>Rows of stance.</summary>
    public IReadOnlyList<StanceRow> Stance { get; init; } = [];

    /// <summary>What asking for its stance cost.</summary>
    public ModelUsage Usage => Stance.Aggregate(default(ModelUsage), static (sum, row) => sum + row.Outcome.Usage);

    /// <summary>Whether its text cannot be scored.</summary>
    public bool IsUnscored => Post.Post.Unscored == 1 || Readability?.Unscorable is not null;
}

/// <summary>Whether a text can be scored.</summary>
/// <param name="Language">ISO 639-1 code; null when undecided.</param>
/// <param name="Unscorable">Why not; null when it can.</param>
internal sealed record Readability(string? Language, UnscorableReason? Unscorable);
