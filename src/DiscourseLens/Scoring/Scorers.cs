using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Language;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>The scorers of a study.</summary>
public sealed class Scorers
{
    /// <summary>Scorers from a study's terms and communities.</summary>
    /// <param name="terms">The reader of its term files.</param>
    /// <param name="communities">Community name to class, before the well-known ones; it decides which slang is admitted, so it is part of the gate's version.</param>
    /// <param name="stance">The stance scorer.</param>
    /// <param name="sentiment">How sentiment is scored; the reference's way when null.</param>
    /// <exception cref="LensException">The user's sentiment lexicon cannot be read.</exception>
    public Scorers(
        TermReader terms, IReadOnlyDictionary<string, string> communities, IStanceScorer stance, SentimentOptions? sentiment = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(communities);
        (Terms, Stance, Gate) = (terms, stance, new RelevanceGate(terms));
        Sentiment = new SentimentModel(sentiment ?? new SentimentOptions());
        Communities = KnownCommunities.With(communities);
        var classes = Communities.Select(pair => $"{pair.Key.ToLowerInvariant()}\t{pair.Value}").Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Gate.Version.Hash}\n{string.Join('\n', classes)}"));
        Relevance = Gate.Version with { Hash = Convert.ToHexStringLower(hash) };
    }

    /// <summary>Tells the language of texts.</summary>
    public LanguageReader Languages { get; } = new();

    /// <summary>Reads terms in texts.</summary>
    public TermReader Terms { get; }

    /// <summary>Decides relevance.</summary>
    public RelevanceGate Gate { get; }

    /// <summary>The gate's version with the study's communities.</summary>
    public ScorerVersion Relevance { get; }

    /// <summary>The tables that sentiment is read with.</summary>
    public SentimentModel Sentiment { get; }

    /// <summary>Scores stance.</summary>
    public IStanceScorer Stance { get; }

    /// <summary>Community name to class: the study's, and the well-known ones that it does not list.</summary>
    public IReadOnlyDictionary<string, string> Communities { get; }

    /// <summary>Why a stored post gets no score; null when it gets one.</summary>
    internal static UnscorableReason? Unscorable(PendingPost post, string? language) => post.State switch
    {
        "deleted by author" => UnscorableReason.Deleted,
        "removed by moderator" or "removed by platform" => UnscorableReason.Removed,
        _ => Scoring.Unscorable.ReasonFor(post.Bot == 1, post.Title, post.Body, language),
    };
}
