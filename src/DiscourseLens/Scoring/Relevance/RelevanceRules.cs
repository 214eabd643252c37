namespace DiscourseLens.Scoring.Relevance;

/// <summary>The ids of the cascade's rules, stable across versions, with the probability each carries.</summary>
/// <remarks>Probabilities are coarse: the share relevant among posts of the rule on the project's silver standard, rounded,
/// or a cautious guess where that standard has no threads (every inherited rule). See docs/relevance.md.</remarks>
public static class RelevanceRules
{
    /// <summary>A substance and a condition or treatment within some two sentences.</summary>
    public const string Together = "substance+therapy";

    /// <summary>Both within a paragraph, and few words of recreation.</summary>
    public const string Nearby = "substance..therapy";

    /// <summary>A substance close to a condition that is often a side issue, with a hint of treatment.</summary>
    public const string Mild = "substance+mild";

    /// <summary>One half in the post, the other in the parent.</summary>
    public const string InheritParent = "inherit:parent";

    /// <summary>One half in the post, the other in the submission.</summary>
    public const string InheritRoot = "inherit:root";

    /// <summary>One half in the post, in a community of psychedelic therapy.</summary>
    public const string Community = "community";

    /// <summary>Neither half, a short reply in a relevant thread.</summary>
    public const string ContextOnly = "context-only";

    /// <summary>No readable text, in a relevant thread.</summary>
    public const string Thread = "thread";

    /// <summary>Irrelevant: neither half, and too long or too far off to speak of the relevant thread it stands in.</summary>
    public const string Drifted = "drifted";

    /// <summary>Irrelevant: an advertisement.</summary>
    public const string Advertising = "advertising";

    /// <summary>Irrelevant: both halves, too far apart.</summary>
    public const string Apart = "apart";

    /// <summary>Irrelevant: a half is missing.</summary>
    public const string None = "none";

    private static readonly Dictionary<string, double> Probabilities = new(StringComparer.Ordinal)
    {
        [Together] = 0.8,
        [Nearby] = 0.5,
        [Mild] = 0.4,
        [InheritParent] = 0.6,
        [InheritRoot] = 0.5,
        [Community] = 0.7,
        [ContextOnly] = 0.5,
        [Thread] = 0.5,
        [Drifted] = 0.2,
        [Advertising] = 0.02,
        [Apart] = 0.25,
        [None] = 0.1,
    };

    /// <summary>All ids.</summary>
    public static IReadOnlyCollection<string> All => Probabilities.Keys;

    /// <summary>The probability of being relevant that a rule carries, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is none of <see cref="All"/>.</exception>
    public static double ProbabilityOf(string rule) => Probabilities.TryGetValue(rule, out var probability)
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule of the relevance cascade.");
}
