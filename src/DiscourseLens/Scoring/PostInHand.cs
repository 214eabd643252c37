using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring;

/// <summary>A post on its way from being read to being written.</summary>
/// <param name="post">The post.</param>
/// <param name="parent">The post replied to.</param>
/// <param name="root">Its submission.</param>
/// <param name="named">The stored places where a relevant post names concepts; null where they were not read.</param>
/// <param name="gate">Decides its relevance.</param>
internal sealed class PostInHand(PendingPost post, Above parent, Above root, StoredNames? named, RelevanceGate gate)
{
    private readonly Lazy<RelevanceDecision> _decision = new(() => RelevanceScoring.Decide(gate, post, parent, root));
    private volatile bool _isWritten;

    public PendingPost Post => post;
    public Above Parent => parent;
    public Above Root => root;
    public StoredNames? Named => named;

    /// <summary>
    /// Whether the post is relevant, and why. Decided once, by whoever asks first: for a reply that may mean its parent's too.
    /// Nobody waits in a circle, since only posts that were read before stand above.
    /// </summary>
    public RelevanceDecision Decision => _decision.Value;

    /// <summary>Whether its scores are committed.</summary>
    public bool IsWritten
    {
        get => _isWritten;
        set => _isWritten = value;
    }
}

/// <summary>What is stored of a relevant post's targets and of the places where it names them.</summary>
internal sealed record StoredNames(Concepts Targets, IReadOnlyList<NamedPlace> Places);
