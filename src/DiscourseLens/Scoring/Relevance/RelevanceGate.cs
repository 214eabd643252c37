using static DiscourseLens.Scoring.Relevance.Finding;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Decides whether posts are about psychedelic therapy. Immutable, so any number of threads may share one.</summary>
/// <remarks>
/// The cascade: a substance close to a condition or treatment in the post; else one of them in the post and the other in
/// the parent or the submission; else a short reply in a relevant thread. It knows words, not meanings: its errors are
/// measured, not assumed (see docs/relevance.md).
/// </remarks>
public sealed class RelevanceGate(TermReader reader)
{
    // UTF-16 units, about two sentences. On the silver standard four in ten of the posts that only a wider reach finds
    // are relevant, against eight in ten of those within this one.
    private const int Close = 100;

    private const int Wide = 250;

    // From here on a post that holds both halves far apart is a report of drug use that mentions an illness.
    private const int MuchRecreation = 3;

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
        return Own(found) ?? Inherited(found) ?? Alone(found);
    }

    private static RelevanceDecision? Own(Finding found)
    {
        if (OwnRule(found) is not { } rule) return null;
        return found.Decide(true, rule, found.IsInTitle ? "title" : "self");
    }

    private static string? OwnRule(Finding found)
    {
        if (!found.Names(Concepts.Substances)) return null;
        if (found.TreatingNear(Close, Strength.Plain) > 0) return RelevanceRules.Together;
        if (found.Recreation < MuchRecreation && found.TreatingNear(Wide, Strength.Plain) > 0)
            return RelevanceRules.Nearby;
        return found.Recreation == 0 && found.TreatingNear(Close, Strength.Mild) > 0
            && found.TreatingNear(Close, Strength.Weak) > 0 ? RelevanceRules.Mild : null;
    }

    private static RelevanceDecision? Inherited(Finding found)
    {
        var context = found.Post.Context;
        if (Completes(found, context.Parent)) return found.Decide(true, RelevanceRules.InheritParent, "parent");
        if (Completes(found, context.Root)) return found.Decide(true, RelevanceRules.InheritRoot, "root");
        if (found.Post.Community == CommunityClass.Therapy && found.Names(Concepts.Substances | Concepts.Treating))
            return found.Decide(true, RelevanceRules.Community, "self");
        return context.ParentRelevant || context.RootRelevant ? InThread(found) : null;
    }

    private static RelevanceDecision InThread(Finding found)
    {
        var path = found.Post.Context.ParentRelevant ? "parent" : "root";
        return Unscorable.Missing(found.Post.Text) is not null && string.IsNullOrWhiteSpace(found.Post.Title)
            ? found.Decide(true, RelevanceRules.Thread, path)
            : ShortReply.SpeaksOfParent(found.Post.Text)
                ? found.Decide(true, RelevanceRules.ContextOnly, path)
                : found.Decide(false, RelevanceRules.Drifted, "none");
    }

    private static RelevanceDecision Alone(Finding found) => found.Decide(
        false, found.Names(Concepts.Substances) && found.Names(Concepts.Treating)
            ? RelevanceRules.Apart : RelevanceRules.None, "none");

    private static bool Completes(Finding found, Concepts above) =>
        (found.Names(Concepts.Substances) && (above & Concepts.Treating) != 0)
        || (found.Names(Concepts.Treating) && (above & Concepts.Substances) != 0);
}
