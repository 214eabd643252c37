namespace DiscourseLens.Scoring.Relevance;

/// <summary>The ids of the cascade's rules, stable across versions, with the probability each carries.</summary>
/// <remarks>Probabilities are coarse: the share relevant among posts of the rule on the project's silver standard, rounded,
/// or a cautious guess where that standard has no threads (every inherited rule). See docs/methods.md.</remarks>
public static class RelevanceRules
{
    /// <summary>Substance and condition or treatment stand close together in the post.</summary>
    public const string Together = "substance+therapy";

    /// <summary>Both stand in the post, but far apart.</summary>
    public const string Apart = "substance..therapy";

    /// <summary>A substance with several weak hints of therapy near it.</summary>
    public const string Hints = "substance+hints";

    /// <summary>One half in the post, the other in the parent.</summary>
    public const string InheritParent = "inherit:parent";

    /// <summary>One half in the post, the other in the submission.</summary>
    public const string InheritRoot = "inherit:root";

    /// <summary>Neither half, a short reply in a relevant thread.</summary>
    public const string ContextOnly = "context-only";

    /// <summary>No readable text, in a relevant thread.</summary>
    public const string Thread = "thread";

    /// <summary>An advertisement.</summary>
    public const string Advertising = "advertising";

    /// <summary>Nothing that makes it relevant.</summary>
    public const string None = "none";

    /// <summary>All ids.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Together, Apart, Hints, InheritParent, InheritRoot, ContextOnly, Thread, Advertising, None];

    /// <summary>The probability of being relevant that a rule carries, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is none of <see cref="All"/>.</exception>
    public static double ProbabilityOf(string rule) => rule switch
    {
        Together => 0.7,
        Apart => 0.3,
        Hints => 0.5,
        InheritParent => 0.65,
        InheritRoot => 0.6,
        ContextOnly => 0.55,
        Thread => 0.5,
        Advertising => 0.05,
        None => 0.02,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule of the relevance cascade."),
    };
}
