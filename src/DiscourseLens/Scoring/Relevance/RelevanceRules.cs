namespace DiscourseLens.Scoring.Relevance;

/// <summary>The ids of the cascade's rules, stable across versions. See docs/relevance.md.</summary>
/// <remarks>
/// A rule says what was found. Where a substance is named or inherited, the model weighs the post; where there is nothing to
/// weigh, the rule decides and carries a fixed probability.
/// </remarks>
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

    /// <summary>Both halves, far apart.</summary>
    public const string Apart = "apart";

    /// <summary>A substance near a hint of treatment, and no word of recreation.</summary>
    public const string Hint = "substance+hint";

    /// <summary>A substance, and neither condition nor treatment.</summary>
    public const string Substance = "substance";

    /// <summary>No readable text, in a relevant thread.</summary>
    public const string Thread = "thread";

    /// <summary>Neither half, and too long or too far off to speak of the relevant thread it stands in.</summary>
    public const string Drifted = "drifted";

    /// <summary>An advertisement.</summary>
    public const string Advertising = "advertising";

    /// <summary>No substance, own or inherited.</summary>
    public const string None = "none";

    // Shares that no labelled posts are at hand for; cautious guesses.
    private static readonly Dictionary<string, double> s_fixed = new(StringComparer.Ordinal)
    {
        [ContextOnly] = 0.7,
        [Thread] = 0.6,
        [Advertising] = 0.02,
        [None] = 0.02,
    };

    private static readonly string[] s_weighed =
        [Together, Nearby, Mild, InheritParent, InheritRoot, Community, Apart, Hint, Substance, Drifted];

    /// <summary>The ids of rules whose posts the model weighs, in the order of its features.</summary>
    public static IReadOnlyList<string> Weighed => s_weighed;

    /// <summary>All ids.</summary>
    public static IEnumerable<string> All => s_weighed.Concat(s_fixed.Keys);

    /// <summary>Whether the model weighs a rule's posts.</summary>
    public static bool IsWeighed(string rule) => Array.IndexOf(s_weighed, rule) >= 0;

    /// <summary>Whether a rule by itself speaks for relevance.</summary>
    public static bool Says(string rule) => rule is not (Apart or Hint or Substance or Drifted or Advertising or None);

    /// <summary>The probability of being relevant that a rule carries whose posts are not weighed, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The model weighs the rule's posts, or there is no such rule.</exception>
    public static double FixedProbabilityOf(string rule) => s_fixed.TryGetValue(rule, out var probability)
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule of fixed probability.");
}
