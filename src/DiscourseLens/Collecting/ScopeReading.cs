namespace DiscourseLens.Collecting;

/// <summary>What the relevance gate says of one post, as far as collecting needs it.</summary>
/// <param name="Relevant">The post itself belongs to the study.</param>
/// <param name="Concepts">Bit set of the concepts its own title and text name, which its replies can inherit; 0 for none.</param>
public readonly record struct ScopeReading(bool Relevant, int Concepts);
