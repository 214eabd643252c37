namespace DiscourseLens.Scoring.Stance;

/// <summary>A span of the text that a label rests on.</summary>
/// <param name="Start">First UTF-16 offset in the text, from 0.</param>
/// <param name="End">The offset behind the last unit.</param>
/// <param name="Text">The span itself.</param>
/// <param name="Why">A short reason, such as <c>favor: saved</c> or <c>against: worked (negated)</c>.</param>
public sealed record StanceEvidence(int Start, int End, string Text, string Why);
