namespace DiscourseLens.Scoring.Relevance;

/// <summary>What one text names.</summary>
/// <param name="Found">The concepts named; mild and weak mentions set no flag.</param>
/// <param name="All">Every mention, mild and weak ones among them, by start; empty when nothing is named.</param>
/// <param name="Recreation">How many different words of recreation and of other drugs the text holds.</param>
/// <param name="LooksLikeAd">Whether the text offers goods and gives a way to order them.</param>
public sealed record Mentions(Concepts Found, IReadOnlyList<Mention> All, int Recreation, bool LooksLikeAd)
{
    /// <summary>A text that names nothing.</summary>
    public static Mentions None { get; } = new(Concepts.None, [], 0, false);
}
