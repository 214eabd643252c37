using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>Two intervals of one series compared, ready to be shown: small cells are already suppressed.</summary>
/// <param name="Query">What was asked, with the source filled in.</param>
/// <param name="Gate">The relevance scorer.</param>
/// <param name="Scorer">The measure's scorer.</param>
/// <param name="A">The first interval.</param>
/// <param name="B">The second.</param>
/// <param name="Matching">Which days are compared.</param>
/// <param name="Difference">B less A; null where a side is suppressed or has no interval.</param>
/// <param name="Decomposition">What the difference is made of; null for volume and share, and where there is none.</param>
/// <param name="Breaks">Earlier scorer versions of the series, linked over the days that both measured.</param>
/// <param name="Sentence">What may be said of it, never more than the interval bears.</param>
/// <param name="Notes">What a reader must know besides.</param>
public sealed record Change(
    ChangeQuery Query,
    string Gate,
    string Scorer,
    ChangeSide A,
    ChangeSide B,
    DayMatching Matching,
    Difference? Difference,
    Decomposition? Decomposition,
    IReadOnlyList<ScorerBreak> Breaks,
    string Sentence,
    IReadOnlyList<string> Notes);
