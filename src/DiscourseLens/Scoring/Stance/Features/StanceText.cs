using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>A text to read for stance.</summary>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Text">Its body.</param>
/// <param name="Mentions">What the gate found in both; may be empty.</param>
/// <param name="Target">The substance asked for; None for all.</param>
internal readonly record struct StanceText(string? Title, string Text, IReadOnlyList<Mention> Mentions, Concepts Target);
