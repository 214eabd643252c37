using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The sentences of a post that speak of a target.</summary>
internal static class TargetWindow
{
    /// <summary>
    /// Which sentences name one of the concepts. Where none does, the one nearest to where the post does (a quote, a link); where the post
    /// does not, the first, which stands nearest to the post above that does.
    /// </summary>
    /// <param name="sentences">The post's sentences, in order; at least one.</param>
    /// <param name="concepts">The target's concept, or all substances.</param>
    /// <param name="named">Where the post names concepts.</param>
    public static IReadOnlyList<Sentence> Of(
        IReadOnlyList<Sentence> sentences, Concepts concepts, IReadOnlyList<NamedPlace> named)
    {
        var places = named.Where(place => (place.Concept & concepts) != 0).Select(place => place.Start).ToList();
        var naming = sentences.Where(sentence => places.Any(place => sentence.DistanceTo(place) == 0)).ToList();
        if (naming.Count > 0)
            return naming;
        return places.Count == 0
            ? [sentences[0]]
            : [sentences.MinBy(sentence => places.Min(sentence.DistanceTo))];
    }
}
