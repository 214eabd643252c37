namespace DiscourseLens.Scoring.Relevance;

/// <summary>Whether a post is about psychedelic therapy, and why.</summary>
/// <param name="Relevant">Whether it is: a probability of at least <see cref="Bands.Operating"/>.</param>
/// <param name="Probability">Of being relevant, in (0, 1): the model's where it weighed the post, else the rule's.</param>
/// <param name="Rule">The rule that fitted, an id of <see cref="RelevanceRules"/>.</param>
/// <param name="Path">Where the evidence stands: <c>self</c>, <c>title</c>, <c>parent</c>, <c>root</c> or <c>none</c>.</param>
/// <param name="Targets">The substances it is about, of <see cref="Concepts.Substances"/>; None when not relevant.</param>
/// <param name="Evidence">The mentions found in title and text, by start within each, title first; may be empty.</param>
/// <param name="Named">All concepts the post itself names, relevant or not: what a reply inherits as context.</param>
public sealed record RelevanceDecision(
    bool Relevant, double Probability, string Rule, string Path, Concepts Targets, IReadOnlyList<Mention> Evidence,
    Concepts Named)
{
    /// <summary>Whether a coder should look: a name of <see cref="Bands"/>.</summary>
    public string Band => Bands.Of(Probability);
}
