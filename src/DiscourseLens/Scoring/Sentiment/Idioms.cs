namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Phrases with a valence of their own, and the two-word boosters.</summary>
internal static class Idioms
{
    /// <summary>The valence of a two-word idiom, or null.</summary>
    public static double? Pair(Word first, Word second) => (first, second) switch
    {
        (Word.The, Word.Shit) => 3,
        (Word.The, Word.Bomb) => 3,
        (Word.Bad, Word.Ass) => 1.5,
        (Word.Bus, Word.Stop) => 0,
        (Word.Yeah, Word.Right) => -2,
        (Word.Beating, Word.Heart) => 3.1,
        (Word.Broken, Word.Heart) => -2.9,
        _ => null,
    };

    /// <summary>The valence of a three-word idiom, or null.</summary>
    public static double? Triple(Word first, Word second, Word third) => (first, second, third) switch
    {
        (Word.Kiss, Word.Of, Word.Death) => -1.5,
        (Word.To, Word.Die, Word.For) => 3,
        _ => null,
    };

    /// <summary>"kind of", "sort of" and "just enough" dampen like one-word boosters.</summary>
    public static double Dampening(Word first, Word second) => (first, second) switch
    {
        (Word.Kind, Word.Of) or (Word.Sort, Word.Of) or (Word.Just, Word.Enough) => -VaderWords.BoosterIncrement,
        _ => 0,
    };
}
