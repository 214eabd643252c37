namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>What the text model says of a text, whole and by sentence.</summary>
/// <param name="Lean">Favor's score less against's.</param>
/// <param name="Polarity">The greater of both less neutral's.</param>
/// <param name="Last">The same of the last sentence.</param>
/// <param name="Focus">Of the sentences about the target, on average.</param>
/// <param name="Highest">The leaning most in favor.</param>
/// <param name="Lowest">The leaning most against.</param>
/// <param name="Title">Of the title; 0 for none.</param>
/// <param name="Sentences">How many sentences count.</param>
internal readonly record struct TextSignals(
    double Lean, double Polarity, (double Lean, double Polarity) Last, (double Lean, double Polarity) Focus, double Highest, double Lowest,
    double Title, int Sentences);
