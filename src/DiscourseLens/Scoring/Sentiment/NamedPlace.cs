using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>A place where a text names a concept.</summary>
/// <param name="Concept">Exactly one concept.</param>
/// <param name="Start">UTF-16 offset in the whole text, a title above it included, from 0.</param>
public readonly record struct NamedPlace(Concepts Concept, int Start)
{
    /// <summary>The places of a post's mentions.</summary>
    /// <param name="mentions">Offsets count in the title, or in the body.</param>
    /// <param name="bodyStart">Where the body starts in the text; 0 where there is no title.</param>
    public static IReadOnlyList<NamedPlace> Of(IReadOnlyList<Mention> mentions, int bodyStart)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        return [.. mentions.Select(mention => new NamedPlace(mention.Concept, mention.InTitle ? mention.Start : bodyStart + mention.Start))];
    }
}
