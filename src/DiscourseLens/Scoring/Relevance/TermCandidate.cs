namespace DiscourseLens.Scoring.Relevance;

/// <summary>A term found in a text, not yet admitted.</summary>
/// <param name="Entry">The term.</param>
/// <param name="From">Index of its first word.</param>
/// <param name="To">Index of its last word.</param>
internal readonly record struct TermCandidate(TermEntry Entry, int From, int To);
