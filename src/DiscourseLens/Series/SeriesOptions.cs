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
}
