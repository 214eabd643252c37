namespace DiscourseLens.Scoring.Learning;

/// <summary>A stretch of the feature space with a penalty of its own.</summary>
/// <param name="Name">Its name, as in reports.</param>
/// <param name="Start">Its first place.</param>
/// <param name="Length">How many places it has.</param>
/// <param name="Penalty">The factor of half the squared weights in the loss; above 0.</param>
internal readonly record struct FeatureBlock(string Name, int Start, int Length, double Penalty);
