using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Evaluating;

/// <summary>A text with the label that coders gave it by the codebook.</summary>
/// <param name="Text">The text with its thread, as far as the file gives it.</param>
/// <param name="Label">The coders' label.</param>
/// <param name="Substance">The substance the coders noted; null when none.</param>
/// <param name="Cluster">Author or thread, whose texts are resampled together; null when the file names neither.</param>
/// <param name="InclusionProbability">The probability with which the text was drawn, in (0, 1]; null when it was not drawn by a design.</param>
public sealed record CodedText(TextToClassify Text, StanceLabel Label, string? Substance, string? Cluster, double? InclusionProbability);
