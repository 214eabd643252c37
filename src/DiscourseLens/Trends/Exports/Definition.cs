namespace DiscourseLens.Trends.Exports;

/// <summary>What is in force in a store.</summary>
/// <param name="Store">Study, notice, as-of and limits.</param>
/// <param name="Scorers">Scorer versions in use by kind: relevance, sentiment, stance.</param>
public sealed record Definition(StoreFacts Store, IReadOnlyDictionary<string, string> Scorers);
