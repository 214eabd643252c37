namespace DiscourseLens.Scoring.Relevance;

/// <summary>What one text names.</summary>
/// <param name="Found">The concepts named; weak cues set no flag.</param>
/// <param name="All">Every mention, weak cues among them, by start; empty when nothing is named.</param>
/// <param name="LooksLikeAd">Whether the text offers goods and gives a way to order them.</param>
public sealed record Mentions(Concepts Found, IReadOnlyList<Mention> All, bool LooksLikeAd)
{
    /// <summary>A text that names nothing.</summary>
    public static Mentions None { get; } = new(Concepts.None, [], false);
}
