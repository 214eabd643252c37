namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>What the text model says of a text, whole and by sentence.</summary>
/// <param name="Lean">Favor's score less against's.</param>
/// <param name="Polarity">The greater of both less the greater of the neutral ones'.</param>
/// <param name="Mixed">The score of a mixed or unclear stance less that of none.</param>
/// <param name="Last">The same of the last sentence.</param>
/// <param name="Focus">Of the sentences about the target, on average.</param>
/// <param name="Highest">The leaning most in favor.</param>
/// <param name="Lowest">The leaning most against.</param>
/// <param name="Title">Of the title; 0 for none, and for a title that is the whole text.</param>
/// <param name="Favor">By how much favor leads the neutral classes in the sentence where it leads most.</param>
/// <param name="Against">The same of against.</param>
/// <param name="Sentences">How many sentences count.</param>
internal readonly record struct TextSignals(
    double Lean, double Polarity, double Mixed, (double Lean, double Polarity) Last, (double Lean, double Polarity) Focus, double Highest, double Lowest,
    double Title, double Favor, double Against, int Sentences);
