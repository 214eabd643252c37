using DiscourseLens.Trends.Events;

namespace DiscourseLens.Trends;

/// <summary>The answer to a query: one series, or one for each value that is compared.</summary>
/// <param name="Query">What was asked, with the sources filled in.</param>
/// <param name="Gate">The relevance scorer that chose the posts.</param>
/// <param name="Scorer">The scorer of the measure.</param>
/// <param name="Series">The series, over the same buckets; a value is null where nothing is compared.</param>
/// <param name="Store">What must be told of the store.</param>
/// <param name="LeftOut">Values that have a series of their own but no place in the answer.</param>
public sealed record TrendAnswer(
    TrendQuery Query, string Gate, string Scorer, IReadOnlyList<(string? Value, Trend Trend)> Series, StoreFacts Store,
    IReadOnlyList<string> LeftOut)
{
    /// <summary>Series an answer holds at most: more cannot be told apart on one chart.</summary>
    public const int MostSeries = 12;

    /// <summary>Buckets that the series of an answer hold together at most, so that no question fills the memory.</summary>
    public const int MostCells = 40_000;

    // Beyond this many, differences by chance are likely among them.
    private const int FewSeries = 5;

    /// <summary>The store's dated events, in order of their days, for whoever draws the answer.</summary>
    public IReadOnlyList<DatedEvent> Events { get; init; } = [];

    /// <summary>The warning that must stay with every number, or null.</summary>
    public string? Mark => Series.Count == 0 ? null : Series[0].Trend.Mark;

    /// <summary>What a reader of many series must know; null for few.</summary>
    public string? Note => Series.Count > FewSeries
        ? $"{Series.Count} series are compared: about one in twenty differences between them looks real by chance alone."
        : null;
}
