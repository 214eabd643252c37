namespace DiscourseLens.Trends;

/// <summary>What a query takes of one source.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Source">Its name.</param>
/// <param name="Communities">Its communities; only 0, their union, where all are taken.</param>
/// <param name="Class">The class whose communities they are, all of them, where its sums are kept; else null.</param>
internal sealed record ScopePart(long SourceId, string Source, IReadOnlyList<long> Communities, string? Class = null);
