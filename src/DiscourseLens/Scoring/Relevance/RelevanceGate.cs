namespace DiscourseLens.Scoring.Relevance;

/// <summary>Decides whether posts are about psychedelic therapy. Immutable, so any number of threads may share one.</summary>
/// <remarks>
/// The cascade: a substance and a condition or treatment in the post; else one of them in the post and the other in the
/// parent or the submission; else a short reply in a relevant thread. It knows words, not meanings: see docs/methods.md for
/// its measured errors.
/// </remarks>
public sealed class RelevanceGate(TermReader reader)
{
    // Units between a substance and what it treats: about four sentences. On the silver standard precision falls with
    // wider reach and recall with narrower.
    private const int Reach = 400;

    private const int HintsNeeded = 4;

    /// <summary>The gate as a scorer: its rules' version and the hash of its lexicon.</summary>
    public ScorerVersion Version { get; } = new("relevance", "term-cascade", "1", reader.Lexicon.Hash);

    /// <summary>Decides one post.</summary>
    public RelevanceDecision Decide(PostInContext post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var context = post.Context.Parent | post.Context.Root;
        var title = string.IsNullOrEmpty(post.Title) ? Mentions.None : reader.Read(post.Title, post.Community, context);
        var text = reader.Read(post.Text, post.Community, context | title.Found);
        var found = new Finding(post, title, text);
        if (title.LooksLikeAd || text.LooksLikeAd) return found.Decide(false, RelevanceRules.Advertising, "none");
        return Own(found) ?? Inherited(found) ?? found.Decide(false, RelevanceRules.None, "none");
    }

    private static RelevanceDecision? Own(Finding found)
    {
        if ((found.Named & Concepts.Substances) == 0) return null;
        var path = found.IsInTitle ? "title" : "self";
        if ((found.Named & Concepts.Treating) != 0)
            return found.Distance() <= Reach
                ? found.Decide(true, RelevanceRules.Together, path)
                : found.Decide(false, RelevanceRules.Apart, path);
        return found.HintsNear(Reach) >= HintsNeeded ? found.Decide(true, RelevanceRules.Hints, path) : null;
    }

    private static RelevanceDecision? Inherited(Finding found)
    {
        var context = found.Post.Context;
        if (Completes(found.Named, context.Parent)) return found.Decide(true, RelevanceRules.InheritParent, "parent");
        if (Completes(found.Named, context.Root)) return found.Decide(true, RelevanceRules.InheritRoot, "root");
        if (!context.ParentRelevant && !context.RootRelevant) return null;
        var path = context.ParentRelevant ? "parent" : "root";
        if (string.IsNullOrWhiteSpace(found.Post.Text) && string.IsNullOrWhiteSpace(found.Post.Title))
            return found.Decide(true, RelevanceRules.Thread, path);
        return found.Decide(ShortReply.SpeaksOfParent(found.Post.Text), RelevanceRules.ContextOnly, path);
    }

    private static bool Completes(Concepts own, Concepts above) =>
        (Has(own, Concepts.Substances) && Has(above, Concepts.Treating))
        || (Has(own, Concepts.Treating) && Has(above, Concepts.Substances));

    private static bool Has(Concepts concepts, Concepts any) => (concepts & any) != 0;
}
