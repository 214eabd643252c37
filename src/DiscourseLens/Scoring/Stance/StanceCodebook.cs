namespace DiscourseLens.Scoring.Stance;

/// <summary>The codebook that labels follow, docs/codebook.md.</summary>
public static class StanceCodebook
{
    /// <summary>Its version, as its title says.</summary>
    public const string Version = "v1";
}
