namespace DiscourseLens.Scoring.Sentiment;

/// <summary>A text that people rated, with its score by one variant.</summary>
/// <param name="Length">Its UTF-16 units.</param>
/// <param name="Rating">The (mean) rating, on any scale with 0 for neutral.</param>
/// <param name="Score">The variant's score, in [-1, 1].</param>
public readonly record struct RatedText(int Length, double Rating, double Score);
