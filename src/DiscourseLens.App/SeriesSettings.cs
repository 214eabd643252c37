using DiscourseLens.Series.Facets;

namespace DiscourseLens.App;

/// <summary>How series are shown; the section <c>Series</c> of the settings.</summary>
internal sealed class SeriesSettings
{
    /// <summary>Days after a day's end before its last capture counts as settled, 0 to 366.</summary>
    public int ProvisionalDays { get; init; } = 7;

    /// <summary>Cells with fewer posts, but not none, are suppressed; 1 to 1,000.</summary>
    public int MinimumPosts { get; init; } = 10;

    /// <summary>Cells with fewer authors are suppressed; 1 to 1,000.</summary>
    public int MinimumAuthors { get; init; } = 5;

    /// <summary>Kinds of filtered series that are kept, with blanks between them; empty for none.</summary>
    public string Facets { get; init; } = "condition language age";

    /// <summary>The kinds; null where one is unknown.</summary>
    public FacetKind? FacetKinds => Facets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate((FacetKind?)FacetKind.None, (sum, word) =>
        Enum.GetValues<FacetKind>().Cast<FacetKind?>().FirstOrDefault(kind => kind is not (FacetKind.None or FacetKind.All) && Facet.KeyOf(kind!.Value) == word) is { } known
            ? sum | known
            : null);
}
