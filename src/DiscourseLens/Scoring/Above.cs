using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring;

/// <summary>A post above another in its thread. What it names is read, and whether it is relevant is decided, when first asked for.</summary>
internal sealed class Above
{
    private readonly Lazy<Concepts> _concepts;
    private readonly Func<bool> _isRelevant;

    private Above(string? title, string? text, Func<Concepts> concepts, Func<bool> isRelevant) =>
        (Title, Text, _concepts, _isRelevant) = (title, text, new Lazy<Concepts>(concepts), isRelevant);

    /// <summary>A post that is not at hand.</summary>
    public static Above Unknown { get; } = Hinted(Concepts.None);

    /// <summary>Its title where it is a submission.</summary>
    public string? Title { get; }

    /// <summary>Its stored text; null when not at hand.</summary>
    public string? Text { get; }

    /// <summary>What it names.</summary>
    public Concepts Concepts => _concepts.Value;

    /// <summary>Whether it is relevant and passes that down.</summary>
    public bool IsRelevant => _isRelevant();

    /// <summary>A post of which nothing is stored but what it names.</summary>
    public static Above Hinted(Concepts concepts) => new(null, null, () => concepts, static () => false);

    /// <summary>A stored post.</summary>
    public static Above Stored(PendingPost post, TermReader terms, Func<bool> isRelevant) => post.Text is not { } text
        ? new Above(null, null, static () => Concepts.None, isRelevant)
        : new Above(post.Title, text, () => terms.Read(text, ClassOf(post)).Found, isRelevant);

    /// <summary>The class of a post's community.</summary>
    public static CommunityClass ClassOf(PendingPost post) =>
        CommunityClasses.TryParse(post.Class, out var known) ? known : CommunityClass.General;
}
