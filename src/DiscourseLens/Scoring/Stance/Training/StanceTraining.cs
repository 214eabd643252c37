using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>A trained model, with what its cross-validation said.</summary>
/// <param name="Model">The model.</param>
/// <param name="HeldOut">By example: the probabilities of favor, against, neutral from models that never saw its group.</param>
/// <param name="Folds">By example: its fold.</param>
internal sealed record StanceTraining(StanceModel Model, IReadOnlyList<double[]> HeldOut, IReadOnlyList<int> Folds);
