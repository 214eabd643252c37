namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// The valence of one token in its neighbourhood: capitals, boosters, negations, idioms. Each rule stands in a function of
/// its own, in the order of the reference (Hutto and Gilbert 2014, section 3.3; vaderSentiment 3.3.2).
/// </summary>
internal readonly ref struct VaderRules(TokenTable table, ReadOnlySpan<Token> tokens, bool capitalsDiffer)
{
    private const double CapitalsIncrement = 0.733;
    private const double NegationScalar = -0.74;
    private const double NeverSo = 1.25;
    private const double SecondDamping = 0.95;
    private const double ThirdDamping = 0.9;

    private readonly ReadOnlySpan<Token> _tokens = tokens;

    /// <summary>The token's valence; 0 for boosters, for "kind" before "of", and for what the lexicon does not hold.</summary>
    public double Valence(int at)
    {
        var token = _tokens[at];
        if (!table.IsInLexicon[token.Id] || table.IsBooster[token.Id] || IsKindOf(at))
            return 0;
        var valence = Capitals(at, NoBefore(at));
        valence = Before(at, 1, valence, 1);
        valence = Before(at, 2, valence, SecondDamping);
        valence = Before(at, 3, valence, ThirdDamping);
        return LeastBefore(at, valence);
    }

    /// <summary>"no" negates a neighbour in the lexicon, and then has no valence itself.</summary>
    private double NoBefore(int at)
    {
        var valence = table.Valence[_tokens[at].Id];
        var isNegated = WordAt(at - 1) == Word.No || WordAt(at - 2) == Word.No
            || (WordAt(at - 3) == Word.No && WordAt(at - 1) is Word.Or or Word.Nor);
        if (isNegated)
            return valence * NegationScalar;
        return WordAt(at) == Word.No && at + 1 < _tokens.Length && table.IsInLexicon[_tokens[at + 1].Id] ? 0 : valence;
    }

    private double Capitals(int at, double valence) =>
        _tokens[at].IsUpper && capitalsDiffer ? valence + (valence > 0 ? CapitalsIncrement : -CapitalsIncrement) : valence;

    /// <summary>What the token <paramref name="distance"/> places before does, unless the lexicon holds it.</summary>
    private double Before(int at, int distance, double valence, double damping)
    {
        if (at < distance || table.IsInLexicon[_tokens[at - distance].Id])
            return valence;
        valence += Boost(_tokens[at - distance], valence) * damping;
        valence = Negate(at, distance, valence);
        return distance == 3 ? IdiomAround(at, valence) : valence;
    }

    private double Boost(Token booster, double valence)
    {
        if (!table.IsBooster[booster.Id])
            return 0;
        var scalar = valence < 0 ? -table.Increment[booster.Id] : table.Increment[booster.Id];
        return booster.IsUpper && capitalsDiffer ? scalar + (valence > 0 ? CapitalsIncrement : -CapitalsIncrement) : scalar;
    }

    /// <summary>Negation, with "never so" and "never this" as praise and "without doubt" as no negation.</summary>
    private double Negate(int at, int distance, double valence)
    {
        var (word, next) = (WordAt(at - distance), WordAt(at - distance + 1));
        if (distance == 2 && word == Word.Never && next is Word.So or Word.This)
            return valence * NeverSo;
        // The reference's precedence: "so" or "this" right before the token counts with any word three before.
        if (distance == 3 && ((word == Word.Never && next is Word.So or Word.This) || WordAt(at - 1) is Word.So or Word.This))
            return valence * NeverSo;
        if (distance > 1 && word == Word.Without && (next == Word.Doubt || WordAt(at - 1) == Word.Doubt))
            return valence;
        var token = _tokens[at - distance];
        return table.IsNegation[token.Id] || token.HasNt ? valence * NegationScalar : valence;
    }

    /// <summary>The first idiom that ends near the token gives its valence; then those that begin with it.</summary>
    private double IdiomAround(int at, double valence)
    {
        var (w3, w2, w1, w0) = (WordAt(at - 3), WordAt(at - 2), WordAt(at - 1), WordAt(at));
        valence = Idioms.Pair(w1, w0) ?? Idioms.Triple(w2, w1, w0) ?? Idioms.Pair(w2, w1)
            ?? Idioms.Triple(w3, w2, w1) ?? Idioms.Pair(w3, w2) ?? valence;
        valence = Idioms.Pair(w0, WordAt(at + 1)) ?? valence;
        valence = Idioms.Triple(w0, WordAt(at + 1), WordAt(at + 2)) ?? valence;
        return valence + Idioms.Dampening(w3, w2) + Idioms.Dampening(w2, w1);
    }

    /// <summary>"least" turns around, but not "at least" and "very least".</summary>
    private double LeastBefore(int at, double valence)
    {
        if (WordAt(at - 1) != Word.Least || table.IsInLexicon[_tokens[at - 1].Id])
            return valence;
        return WordAt(at - 2) is Word.At or Word.Very ? valence : valence * NegationScalar;
    }

    private bool IsKindOf(int at) => WordAt(at) == Word.Kind && WordAt(at + 1) == Word.Of;

    private Word WordAt(int at) => at >= 0 && at < _tokens.Length ? table.Words[_tokens[at].Id] : Word.None;
}
