using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance;

/// <summary>A text with all that its stance may depend on; who wrote it is not among it.</summary>
/// <param name="Title">A submission's own title; null for a reply.</param>
/// <param name="Text">The body; may be empty.</param>
/// <param name="ParentTitle">The title of the submission replied to; null when there is none or it is unknown.</param>
/// <param name="ParentText">The text replied to; null when there is none or it is unknown.</param>
/// <param name="Relevance">What the relevance gate decided.</param>
/// <param name="Target">One substance, for the stance toward its use in therapy; None for the overall stance.</param>
public sealed record StanceInput(
    string? Title, string Text, string? ParentTitle, string? ParentText, RelevanceDecision Relevance, Concepts Target)
{
    /// <summary>Whether the spans that the label rests on are wanted; finding them takes time, and the store keeps none.</summary>
    public bool WithEvidence { get; init; } = true;
}
