namespace DiscourseLens.Scoring.Sentiment;

/// <summary>"but" shifts the weight to what follows it: words before the first one count half, words after it half more.</summary>
/// <remarks>
/// The reference changes the list of valences while it walks it, and finds its place by looking up the value it has just
/// read. Where an equal value stands earlier, that one is changed instead. Replayed here as it is, without the neutral
/// words: they stay 0 whatever the factor.
/// </remarks>
internal static class ContrastRule
{
    const double Before = 0.5, After = 1.5;

    /// <param name="valences">Valences other than 0, in the text's order; changed in place.</param>
    /// <param name="positions">The token that each belongs to.</param>
    /// <param name="but">The token of the first "but".</param>
    public static void Apply(Span<double> valences, ReadOnlySpan<int> positions, int but)
    {
        for (var i = 0; i < valences.Length; i++)
        {
            var valence = valences[i];
            var place = valences[..(i + 1)].IndexOf(valence);
            valences[place] = valence * (positions[place] < but ? Before : After);
        }
    }
}
