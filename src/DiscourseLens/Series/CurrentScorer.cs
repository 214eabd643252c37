namespace DiscourseLens.Series;

/// <summary>A scorer version in use.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Kind">relevance, sentiment or stance.</param>
/// <param name="Text">Name, version and the first eight hex digits of the hash, as views show it.</param>
internal sealed record CurrentScorer(long Id, string Kind, string Text);
