namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The parts a word can play. One word may play several: "no" is in the lexicon and named by a rule.</summary>
[Flags]
internal enum WordRoles : byte
{
    None = 0,
    Lexicon = 1,
    Booster = 2,
    Negation = 4,
}

/// <summary>All that a token can mean to the rules.</summary>
/// <param name="Valence">Mean valence, in [-4, 4]; 0 unless in the lexicon.</param>
/// <param name="Boost">What it adds to the strength of a word that follows; 0 unless a booster.</param>
/// <param name="Roles">The parts it plays.</param>
/// <param name="Special">Which word it is, if a rule names it.</param>
internal readonly record struct WordEntry(double Valence, double Boost, WordRoles Roles, SpecialWord Special)
{
    public bool Is(WordRoles role) => (Roles & role) != 0;

    /// <summary>A booster never scores, though a few boosters are in the lexicon too.</summary>
    public bool CarriesValence => (Roles & (WordRoles.Lexicon | WordRoles.Booster)) == WordRoles.Lexicon;
}
