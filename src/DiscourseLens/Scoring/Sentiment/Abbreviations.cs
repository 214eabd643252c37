namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Words whose full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    // "no." ends a sentence as often as it shortens "number": see SentenceSplitter.
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "mx", "dr", "drs", "prof", "rev", "hon", "st", "sr", "jr", "gen", "col", "sgt", "capt", "lt",
        "vs", "e.g", "i.e", "eg", "ie", "cf", "viz", "ca", "approx", "est", "esp", "incl", "resp", "fig", "figs", "eq", "sec",
        "vol", "pp", "ed", "eds", "al", "et", "dept", "univ", "assn", "inc", "ltd", "co", "corp", "u.s", "u.k", "d.c", "ph.d",
        "m.d", "psy.d", "a.k.a", "aka", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri",
    };

    // These end a sentence where a capital follows, and go on where a small letter does.
    static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "etc", "a.m", "p.m", "mg", "mcg", "ug", "kg", "ml", "oz", "lb", "lbs", "hr", "hrs", "min", "mins", "wk", "wks", "yr", "yrs",
    };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a full stop behind the word leaves the sentence open.</summary>
    /// <param name="word">The word before the full stop, without marks before it.</param>
    /// <param name="next">The character that the text goes on with.</param>
    public static bool IsOpen(ReadOnlySpan<char> word, char next)
    {
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]) && word[0] != 'I')
            return true; // an initial
        if (word.Equals("no", StringComparison.OrdinalIgnoreCase))
            return char.IsAsciiDigit(next);
        return WordLookup.Contains(word) || (!char.IsUpper(next) && UnitLookup.Contains(word));
    }
}
