using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring;

/// <summary>Relevance of stored posts: the gate's decision in the thread above. What the store says of relevance stands.</summary>
internal static class RelevanceScoring
{
    public static RelevanceDecision Decide(RelevanceGate gate, PendingPost post, Above parent, Above root)
    {
        var context = new ThreadContext(parent.Concepts, root.Concepts, parent.IsRelevant, root.IsRelevant)
        {
            ParentText = parent.Text,
        };
        var decision = gate.Decide(new PostInContext(post.Title, post.Body, Above.ClassOf(post), context));
        return post is { Relevant: { } relevant, Probability: { } probability }
            ? decision with { Relevant = relevant == 1, Probability = probability }
            : decision;
    }
}
