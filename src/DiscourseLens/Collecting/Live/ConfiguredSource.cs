namespace DiscourseLens.Collecting.Live;

/// <summary>A source as the user configured it.</summary>
/// <param name="Name">Its name in the settings; the ledger knows it by this.</param>
/// <param name="Kind">What kind of source it is, for example <c>HackerNews</c>.</param>
/// <param name="LegalBasis">On what ground its posts are collected, in the user's words; kept with every capture.</param>
/// <param name="Depth">How far before its first run it is collected.</param>
/// <param name="Source">The source.</param>
public sealed record ConfiguredSource(string Name, string Kind, string LegalBasis, TimeSpan Depth, ISource Source)
{
    /// <summary>Least time between two runs where its listings fill up faster than its schedule empties them; null where the schedule alone holds.</summary>
    public TimeSpan? Tightest { get; init; }
}
