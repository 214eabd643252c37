using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Relevance.Model;
using static DiscourseLens.Scoring.Relevance.Finding;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>Decides whether posts are about psychedelic therapy. Immutable, so any number of threads may share one.</summary>
/// <remarks>
/// The cascade: a substance close to a condition or treatment in the post; else one of them in the post and the other in
/// the parent or the submission; else a short reply in a relevant thread; else a substance alone. What rules find, a small
/// model weighs. Its errors are measured, not assumed (see docs/relevance.md).
/// </remarks>
public sealed class RelevanceGate
{
    // UTF-16 units, about two sentences. On the silver standard four in ten of the posts that only a wider reach finds
    // are relevant, against eight in ten of those within this one.
    private const int Close = 100;

    private const int Wide = 250;

    // From here on a post that holds both halves far apart is a report of drug use that mentions an illness.
    private const int MuchRecreation = 3;

    private readonly TermReader _reader;
    private readonly RelevanceModel? _model;

    /// <summary>A gate with the model that ships.</summary>
    /// <param name="reader">Finds the terms.</param>
    public RelevanceGate(TermReader reader) : this(reader, RelevanceModel.Shipped)
    {
    }

    private RelevanceGate(TermReader reader, RelevanceModel? model)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (_reader, _model) = (reader, model);
        var parts = SHA256.HashData(Encoding.UTF8.GetBytes($"{reader.Lexicon.Hash}\n{model?.Hash}"));
        Version = new ScorerVersion("relevance", "term-cascade", "2", Convert.ToHexStringLower(parts));
    }

    /// <summary>The gate as a scorer: its rules' version and the hash of lexicon and model.</summary>
    public ScorerVersion Version { get; }

    /// <summary>A gate with another model; with the rules' word alone where there is none, as training needs it.</summary>
    internal static RelevanceGate With(TermReader reader, RelevanceModel? model) => new(reader, model);

    /// <summary>Decides one post.</summary>
    public RelevanceDecision Decide(PostInContext post)
    {
        var verdict = Judge(post);
        var probability = !verdict.IsWeighed ? RelevanceRules.FixedProbabilityOf(verdict.Rule)
            : _model?.Probability(verdict) ?? (verdict.Says ? 1 : 0);
        return verdict.Found.Decide(probability, verdict.Rule, verdict.Path);
    }

    /// <summary>What the rules say of a post.</summary>
    internal RuleVerdict Judge(PostInContext post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var context = post.Context.Parent | post.Context.Root;
        var title = string.IsNullOrEmpty(post.Title) ? Mentions.None : _reader.Read(post.Title, post.Community, context);
        var text = _reader.Read(post.Text, post.Community, context | title.Found);
        var found = new Finding(post, title, text);
        if (title.LooksLikeAd || text.LooksLikeAd)
            return new RuleVerdict(found, RelevanceRules.Advertising, "none");
        return Own(found) ?? Inherited(found) ?? Alone(found);
    }

    private static RuleVerdict? Own(Finding found) =>
        OwnRule(found) is { } rule ? new RuleVerdict(found, rule, OwnPath(found)) : null;

    private static string OwnPath(Finding found) => found.IsInTitle ? "title" : "self";

    private static string? OwnRule(Finding found)
    {
        if (!found.Names(Concepts.Substances)) return null;
        if (found.TreatingNear(Close, Strength.Plain) > 0) return RelevanceRules.Together;
        if (found.Recreation < MuchRecreation && found.TreatingNear(Wide, Strength.Plain) > 0)
            return RelevanceRules.Nearby;
        return found.Recreation == 0 && found.TreatingNear(Close, Strength.Mild) > 0
            && found.TreatingNear(Close, Strength.Weak) > 0 ? RelevanceRules.Mild : null;
    }

    private static RuleVerdict? Inherited(Finding found)
    {
        var context = found.Post.Context;
        if (Completes(found, context.Parent)) return new RuleVerdict(found, RelevanceRules.InheritParent, "parent");
        if (Completes(found, context.Root)) return new RuleVerdict(found, RelevanceRules.InheritRoot, "root");
        if (found.Post.Community == CommunityClass.Therapy && found.Names(Concepts.Substances | Concepts.Treating))
            return new RuleVerdict(found, RelevanceRules.Community, "self");
        return context.ParentRelevant || context.RootRelevant ? InThread(found) : null;
    }

    private static RuleVerdict? InThread(Finding found)
    {
        var path = found.Post.Context.ParentRelevant ? "parent" : "root";
        if (Unscorable.Missing(found.Post.Text) is not null && string.IsNullOrWhiteSpace(found.Post.Title))
            return new RuleVerdict(found, RelevanceRules.Thread, path);
        // What names a substance is weighed on its own, whatever was scored above it.
        return found.Names(Concepts.Substances) ? null
            : new RuleVerdict(found, ShortReply.SpeaksOfParent(found.Post.Text) ? RelevanceRules.ContextOnly : RelevanceRules.Drifted, path);
    }

    private static RuleVerdict Alone(Finding found)
    {
        if (!found.Names(Concepts.Substances))
            return new RuleVerdict(found, RelevanceRules.None, "none");
        var rule = found.Names(Concepts.Treating) ? RelevanceRules.Apart
            : found.Recreation == 0 && found.TreatingNear(Close, Strength.Weak) > 0 ? RelevanceRules.Hint : RelevanceRules.Substance;
        return new RuleVerdict(found, rule, OwnPath(found));
    }

    private static bool Completes(Finding found, Concepts above) =>
        (found.Names(Concepts.Substances) && (above & Concepts.Treating) != 0)
        || (found.Names(Concepts.Treating) && (above & Concepts.Substances) != 0);
}
