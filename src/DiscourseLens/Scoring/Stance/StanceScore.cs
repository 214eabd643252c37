namespace DiscourseLens.Scoring.Stance;

/// <summary>A scorer's view of a text's stance.</summary>
/// <param name="Label">Unrelated where the gate says so; else the most probable of the other three.</param>
/// <param name="Favor">Probability in [0, 1]; the four sum to 1.</param>
/// <param name="Against">Probability in [0, 1].</param>
/// <param name="Neutral">Probability in [0, 1].</param>
/// <param name="Unrelated">Probability in [0, 1].</param>
/// <param name="Evidence">What the label rests on, by start; may be empty.</param>
public sealed record StanceScore(
    StanceLabel Label, double Favor, double Against, double Neutral, double Unrelated,
    IReadOnlyList<StanceEvidence> Evidence);
