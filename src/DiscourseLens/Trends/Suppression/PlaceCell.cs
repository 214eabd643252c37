namespace DiscourseLens.Trends.Suppression;

/// <summary>What one community said in a bucket, as far as suppression must know it.</summary>
/// <param name="Community">The community.</param>
/// <param name="Class">Its class.</param>
/// <param name="N">Posts, above zero.</param>
/// <param name="Authors">Known authors, or fewer where they are not known exactly.</param>
internal readonly record struct PlaceCell(long Community, string Class, long N, long Authors)
{
    /// <summary>What else the community said, where both are shown and one tells the other; nothing where there is no rest.</summary>
    public (long N, long Authors) Rest { get; init; }
}
