using static DiscourseLens.Scoring.Sentiment.SpecialWord;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Phrases that mean something else than their words (SPECIAL_CASE_IDIOMS), and dampeners of two words.
/// </summary>
internal static class Idioms
{
    // By first word, one bit a second word.
    static readonly ulong[] Seconds = SecondsOf(
        (The, Shit), (The, Bomb), (Bad, Ass), (Bus, Stop), (Yeah, Right), (Beating, Heart), (Broken, Heart), (Kiss, Of), (To, Die),
        (Kind, Of), (Sort, Of), (Just, Enough));

    /// <summary>Whether the two words are, or begin, an idiom or a dampener; false rules out every phrase below.</summary>
    public static bool Begins(SpecialWord first, SpecialWord second) => (Seconds[(int)first] & (1UL << (int)second)) != 0;

    /// <summary>The valence of the phrase of two words, if it is an idiom.</summary>
    public static bool TryGet(SpecialWord first, SpecialWord second, out double valence)
    {
        double? found = (first, second) switch
        {
            (The, Shit) => 3,
            (The, Bomb) => 3,
            (Bad, Ass) => 1.5,
            (Bus, Stop) => 0,
            (Yeah, Right) => -2,
            (Beating, Heart) => 3.1,
            (Broken, Heart) => -2.9,
            _ => null,
        };
        valence = found.GetValueOrDefault();
        return found.HasValue;
    }

    /// <summary>The valence of the phrase of three words, if it is an idiom.</summary>
    public static bool TryGet(SpecialWord first, SpecialWord second, SpecialWord third, out double valence)
    {
        double? found = (first, second, third) switch
        {
            (Kiss, Of, Death) => -1.5,
            (To, Die, For) => 3,
            _ => null,
        };
        valence = found.GetValueOrDefault();
        return found.HasValue;
    }

    /// <summary>Whether the two words dampen what follows: "kind of", "sort of", "just enough".</summary>
    public static bool IsDampener(SpecialWord first, SpecialWord second) =>
        (first, second) is (Kind, Of) or (Sort, Of) or (Just, Enough);

    static ulong[] SecondsOf(params ReadOnlySpan<(SpecialWord First, SpecialWord Second)> pairs)
    {
        var seconds = new ulong[(int)Count];
        foreach (var (first, second) in pairs)
            seconds[(int)first] |= 1UL << (int)second;
        return seconds;
    }
}
