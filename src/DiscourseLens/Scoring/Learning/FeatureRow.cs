namespace DiscourseLens.Scoring.Learning;

/// <summary>The features of one text that are not 0.</summary>
/// <param name="Index">Places in the feature space, each once.</param>
/// <param name="Value">Their values, in the same order.</param>
internal sealed record FeatureRow(int[] Index, float[] Value);
