namespace DiscourseLens.Scoring.Relevance;

/// <summary>What the probability of being relevant leads to.</summary>
public static class Bands
{
    /// <summary>From here on a post is relevant without a coder's look.</summary>
    public const double AutoIn = 0.85;

    /// <summary>Up to here it is irrelevant without one.</summary>
    public const double AutoOut = 0.10;

    /// <summary>From here on a post counts as relevant until a coder says otherwise: the operating point of all series.</summary>
    public const double Operating = 0.40;

    /// <summary>The names, least probable first: <c>auto-out</c>, <c>to-be-coded</c>, <c>auto-in</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto-out", "to-be-coded", "auto-in"];

    /// <summary>The band of a probability.</summary>
    public static string Of(double probability) => probability >= AutoIn ? Names[2] : probability <= AutoOut ? Names[0] : Names[1];
}
