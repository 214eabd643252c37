namespace DiscourseLens.Trends.Changes;

/// <summary>One part of a change, with the 95 % interval of the author bootstrap.</summary>
/// <param name="Value">The part, in the measure's unit.</param>
/// <param name="Low">Lower end; null where some draw had no posts in an interval.</param>
/// <param name="High">Upper end.</param>
public sealed record DecompositionPart(double Value, double? Low, double? High);
