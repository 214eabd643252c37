namespace DiscourseLens.Scoring.Relevance;

/// <summary>What the rules say of a post, before the model weighs it.</summary>
/// <param name="Found">What the post names.</param>
/// <param name="Rule">The rule that fits first, an id of <see cref="RelevanceRules"/>.</param>
/// <param name="Path">Where the evidence stands: <c>self</c>, <c>title</c>, <c>parent</c>, <c>root</c> or <c>none</c>.</param>
internal sealed record RuleVerdict(Finding Found, string Rule, string Path)
{
    /// <summary>Whether the rule by itself speaks for relevance.</summary>
    public bool Says => RelevanceRules.Says(Rule);

    /// <summary>Whether there is something to weigh; other posts are decided by their rule.</summary>
    public bool IsWeighed => RelevanceRules.IsWeighed(Rule);
}
