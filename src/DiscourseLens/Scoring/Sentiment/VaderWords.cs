namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The word lists that belong to the rules rather than to the lexicon, as in vaderSentiment 3.3.2.</summary>
internal static class VaderWords
{
    /// <summary>What a word of degree adds to the next word (B_INCR); a dampener takes as much away (B_DECR).</summary>
    public const double Boost = 0.293;

    public static readonly HashSet<string> Boosters = Split("""
        absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
        entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking
        fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible
        incredibly intensely major majorly more most particularly purely quite really remarkably so substantially
        thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very
        """);

    public static readonly HashSet<string> Dampeners = Split("""
        almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
        scarcely slight slightly somewhat sorta sortof sort-of
        """);

    public static readonly HashSet<string> Negations = Split("""
        aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont hadnt
        hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't never
        none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh
        wasn't weren't without wont wouldnt won't wouldn't rarely seldom despite
        """);

    static HashSet<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
