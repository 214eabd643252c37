namespace DiscourseLens.Scoring.Stance;

/// <summary>What became of a text: a score, a lasting lack of one, or neither yet.</summary>
/// <param name="Score">The score; null when there is none.</param>
/// <param name="Missing">Why there will be no score; null when there is one, or may be one later.</param>
/// <param name="Problem">What went wrong, without a word of the text; null when there is a score.</param>
public sealed record StanceOutcome(StanceScore? Score, MissingReason? Missing, string? Problem)
{
    /// <summary>What the attempt cost.</summary>
    public ModelUsage Usage { get; init; }

    /// <summary>A score.</summary>
    public static StanceOutcome Of(StanceScore score) => new(score, null, null);

    /// <summary>No score, and none to come from this scorer.</summary>
    public static StanceOutcome Lacking(MissingReason reason, string problem) => new(null, reason, problem);

    /// <summary>No score yet: the scorer could not be asked, and the text stays in line.</summary>
    public static StanceOutcome Later(string problem) => new(null, null, problem);
}
