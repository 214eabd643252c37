namespace DiscourseLens.Trends.Suppression;

/// <summary>What of a comparison is hidden since a small cell could be had from it.</summary>
/// <param name="A">The first interval.</param>
/// <param name="B">The second.</param>
/// <param name="Decomposition">What the difference is made of.</param>
internal readonly record struct HiddenParts(bool A, bool B, bool Decomposition)
{
    /// <summary>What either hides.</summary>
    public static HiddenParts operator |(HiddenParts one, HiddenParts other) =>
        new(one.A || other.A, one.B || other.B, one.Decomposition || other.Decomposition);
}
