namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>The features of the second stage: what the text model says of whole, sentences and parent, and how the reply opens.</summary>
internal static class ContextFeatures
{
    /// <summary>What each feature is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "lean", "polarity", "lean, several sentences", "polarity, several sentences", "lean of last", "polarity of last", "lean of focus",
        "polarity of focus", "highest lean", "lowest lean", "lean of title",
        "parent's lean", "parent's polarity", "agrees", "disagrees", "agrees + parent's lean", "disagrees + parent's lean",
        "short + parent's lean", "short + parent's polarity", "quoted line's lean", "has quoted line", "disagrees + quoted line's lean", "mixed", "strength of lean",
        "favor's best sentence", "against's best sentence", .. ClaimFeatures.Names, .. VerdictFeatures.Names,
    ];

    /// <summary>The features of a text.</summary>
    /// <param name="own">Of the text itself.</param>
    /// <param name="parent">Of the parent; null for none.</param>
    /// <param name="quoted">Of the lines it quotes; null for none.</param>
    /// <param name="opening">How it opens, see <see cref="ReplyOpening"/>.</param>
    /// <param name="words">How many words it has.</param>
    /// <param name="claims">What it claims outright, see <see cref="ClaimFeatures"/>, and what it calls good or bad, see <see cref="VerdictFeatures"/>.</param>
    public static float[] Of(TextSignals own, TextSignals? parent, TextSignals? quoted, int opening, int words, ReadOnlySpan<float> claims)
    {
        var several = own.Sentences > 1 ? 1 : 0;
        var brief = words <= 15 ? 1 : 0;
        var (above, abovePole) = parent is { } known ? (Squashed(known.Lean), Squashed(known.Polarity)) : (0, 0);
        var quote = quoted is { } lines ? Squashed(lines.Lean) : 0;
        double agrees = opening > 0 ? 1 : 0, disagrees = opening < 0 ? 1 : 0;
        double[] values =
        [
            own.Lean, own.Polarity, several * own.Lean, several * own.Polarity, several * own.Last.Lean, several * own.Last.Polarity,
            several * own.Focus.Lean, several * own.Focus.Polarity, several * own.Highest, several * own.Lowest, own.Title,
            above, abovePole, agrees, disagrees, agrees * above, disagrees * above,
            brief * above, brief * abovePole, quote, quoted is null ? 0 : 1, disagrees * quote, own.Mixed, Math.Abs(own.Lean),
            several * own.Favor, several * own.Against,
        ];
        return [.. Array.ConvertAll(values, value => (float)value), .. claims];
    }

    private static double Squashed(double score) => score / (1 + Math.Abs(score));
}
