using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Evaluating;

/// <summary>A coded text and what the scorers say of it.</summary>
/// <param name="Coded">The text and its label.</param>
/// <param name="Stance">The scorer's label and probabilities; of label unrelated exactly when not relevant.</param>
/// <param name="Relevance">The gate's decision.</param>
public sealed record PredictedText(CodedText Coded, StanceScore Stance, RelevanceDecision Relevance)
{
    /// <summary>Whether the coders found the text relevant.</summary>
    public bool IsRelevant => Coded.Label != StanceLabel.Unrelated;

    /// <summary>The inverse of its inclusion probability, from 1; 1 when it has none.</summary>
    public double Weight => 1 / (Coded.InclusionProbability ?? 1);

    /// <summary>The probability the scorer gives its own label.</summary>
    public double Confidence => Stance.Label switch
    {
        StanceLabel.Favor => Stance.Favor,
        StanceLabel.Against => Stance.Against,
        StanceLabel.Neutral => Stance.Neutral,
        _ => Stance.Unrelated,
    };
}
