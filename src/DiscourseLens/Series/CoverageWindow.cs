namespace DiscourseLens.Series;

/// <summary>A window of the coverage ledger.</summary>
internal sealed class CoverageWindow
{
    /// <summary>Kind of post.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whose posts; null for every community of the source.</summary>
    public long? CommunityId { get; init; }

    /// <summary>First millisecond.</summary>
    public long FromMs { get; init; }

    /// <summary>Millisecond after the last.</summary>
    public long UntilMs { get; init; }

    /// <summary>Part that counts as covered, 0 to 1.</summary>
    public double Fraction { get; init; }

    /// <summary>Latest capture, where known.</summary>
    public long? CapturedMs { get; init; }
}
