using DiscourseLens.Scoring.Evaluating;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>How texts fare with models that saw none of their group.</summary>
/// <param name="Grouping">What no fold crosses, for example <c>writer</c>.</param>
/// <param name="Groups">How many groups there are.</param>
/// <param name="Matrix">Favor, against, neutral; each text counted once.</param>
/// <param name="Reliability">Of the probability of the label given, at the assumed shares of labels.</param>
public sealed record CrossValidation(string Grouping, int Groups, ConfusionMatrix Matrix, Reliability Reliability);

/// <summary>A point of the learning curve.</summary>
/// <param name="Texts">Texts trained on, on average over the folds.</param>
/// <param name="MacroF1">Macro-F1 of the held-out texts, in [0, 1].</param>
public sealed record CurvePoint(int Texts, double MacroF1);

/// <summary>What a training says of itself.</summary>
/// <param name="Texts">Texts trained on.</param>
/// <param name="Unrelated">Texts labelled unrelated, which this model does not learn from.</param>
/// <param name="Validations">Cross-validations, the strictest first.</param>
/// <param name="Curve">The learning curve, ending with all texts; empty when not asked for.</param>
public sealed record TrainingReport(
    int Texts, int Unrelated, IReadOnlyList<CrossValidation> Validations, IReadOnlyList<CurvePoint> Curve);
