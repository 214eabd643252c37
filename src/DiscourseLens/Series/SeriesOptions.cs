using DiscourseLens.Series.Facets;

namespace DiscourseLens.Series;

/// <summary>Limits shared by the roll-ups, the trend reader and the SQL views.</summary>
public sealed record SeriesOptions
{
    /// <summary>
    /// Days after a day's end during which a capture still counts as too early to have seen everything; 7 unless set.
    /// Lower lets late comments and removals change published numbers; higher keeps recent numbers provisional for longer.
    /// </summary>
    public int ProvisionalDays { get; init; } = 7;

    /// <summary>Which cells public outputs hide.</summary>
    public SuppressionRule Suppression { get; init; } = new();

    /// <summary>
    /// Which filtered series are kept; all unless set. Each kind takes room: languages as much again as the sums of all
    /// posts per author and day, conditions as much times those that a post names. The reader asks the store, not this.
    /// </summary>
    public FacetKind Facets { get; init; } = FacetKind.All;
}
