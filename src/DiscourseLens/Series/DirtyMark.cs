namespace DiscourseLens.Series;

/// <summary>A day or bucket of a source whose rows no longer agree with what they are made from.</summary>
internal sealed class DirtyMark
{
    /// <summary>The source.</summary>
    public long SourceId { get; init; }

    /// <summary>day, week, month, quarter or year.</summary>
    public string Grain { get; init; } = "";

    /// <summary>Its first day.</summary>
    public long StartMs { get; init; }
}
