using System.Runtime.CompilerServices;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// The rules that look at a word's neighbours and give its valence, one method a rule, in the reference's order.
/// </summary>
/// <remarks>
/// Hutto and Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", with
/// what edition 3.3.2 of vaderSentiment does beyond the paper. The figures are those of its authors, measured with
/// raters.
/// </remarks>
internal readonly ref struct VaderRules(
    ReadOnlySpan<WordEntry> entries, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> text, bool mixedCase)
{
    /// <summary>What a word in capitals gains in a text that is not all in capitals (C_INCR).</summary>
    const double CapitalsBoost = 0.733;

    /// <summary>A negated word keeps three quarters of its strength, the other way round (N_SCALAR).</summary>
    const double NegationFactor = -0.74;

    /// <summary>"never so good" is stronger than "good".</summary>
    const double NeverSoFactor = 1.25;

    /// <summary>A booster works less from further away: two words before, three words before.</summary>
    const double SecondWordDamping = 0.95, ThirdWordDamping = 0.9;

    const int Reach = 3;

    readonly ReadOnlySpan<WordEntry> _entries = entries;
    readonly ReadOnlySpan<Token> _tokens = tokens;
    readonly ReadOnlySpan<byte> _text = text;
    readonly bool _mixedCase = mixedCase;

    /// <summary>
    /// The valence of the token at <paramref name="index"/> among its neighbours; 0 if it carries none.
    /// </summary>
    public double Valence<TTrace>(int index, ref TTrace trace) where TTrace : struct, IRuleTrace
    {
        if (!Entry(index).CarriesValence || IsKindOf(index))
        {
            trace.Tell(Entry(index).CarriesValence ? "kind-of" : "booster-itself", 0, -1);
            return 0;
        }
        var valence = No(index);
        trace.Tell("no", valence, -1);
        valence = Capitals(index, valence);
        trace.Tell("capitals", valence, -1);
        for (var distance = 1; distance <= Reach && distance <= index; distance++)
        {
            if (!Entry(index - distance).Is(WordRoles.Lexicon) && !IsSilent(index, distance))
                valence = Before(index, distance, valence, ref trace);
        }
        valence = Least(index, valence);
        trace.Tell("least", valence, index - 1);
        return valence;
    }

    /// <summary>What the word some places before makes of a valence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    double Before<TTrace>(int index, int distance, double valence, ref TTrace trace) where TTrace : struct, IRuleTrace
    {
        valence += Boost(index - distance, distance, valence);
        trace.Tell("booster", valence, index - distance);
        valence = Negation(index, distance, valence);
        trace.Tell("negation", valence, index - distance);
        if (distance < Reach || !HasPhrase(index))
            return valence;
        valence = Idiom(index, valence);
        trace.Tell("idiom", valence, -1);
        valence = TwoWordDampeners(index, valence);
        trace.Tell("dampener", valence, -1);
        return valence;
    }

    /// <summary>Whether no rule can ask for the word some places before: none names it, nor is it shortened.</summary>
    /// <remarks>The third word before is where the rules look around, whatever it is.</remarks>
    bool IsSilent(int index, int distance)
    {
        ref readonly var token = ref _tokens[index - distance];
        return distance < Reach && token.Word == WordTable.Unknown & !token.MayHoldSigns;
    }

    /// <summary>"kind" before "of" is no kindness.</summary>
    bool IsKindOf(int index) => Word(index) == SpecialWord.Kind && Word(index + 1) == SpecialWord.Of;

    /// <summary>"no" counts for nothing itself before a lexicon word, and turns the lexicon words after it.</summary>
    double No(int index)
    {
        var valence = Entry(index).Valence;
        if (Word(index - 1) == SpecialWord.No || Word(index - 2) == SpecialWord.No
            || (Word(index - 3) == SpecialWord.No && Word(index - 1) is SpecialWord.Or or SpecialWord.Nor))
            return valence * NegationFactor;
        if (Word(index) == SpecialWord.No && index + 1 < _tokens.Length && Entry(index + 1).Is(WordRoles.Lexicon))
            return 0;
        return valence;
    }

    /// <summary>Capitals make a word stronger, where other words are not in capitals.</summary>
    double Capitals(int index, double valence) =>
        IsShouted(index) ? valence + (valence > 0 ? CapitalsBoost : -CapitalsBoost) : valence;

    /// <summary>
    /// What a booster or dampener at <paramref name="index"/> adds to a word <paramref name="distance"/> later.
    /// </summary>
    double Boost(int index, int distance, double valence)
    {
        ref readonly var entry = ref Entry(index);
        if (!entry.Is(WordRoles.Booster))
            return 0;
        var boost = valence < 0 ? -entry.Boost : entry.Boost;
        if (IsShouted(index))
            boost += valence > 0 ? CapitalsBoost : -CapitalsBoost;
        return distance switch { 1 => boost, 2 => boost * SecondWordDamping, _ => boost * ThirdWordDamping };
    }

    /// <summary>
    /// A negation turns the word, unless "never so", "never this" or "without doubt" say the contrary.
    /// </summary>
    double Negation(int index, int distance, double valence)
    {
        if (IsNeverSo(index, distance))
            return valence * NeverSoFactor;
        if (IsWithoutDoubt(index, distance))
            return valence;
        return IsNegation(index - distance) ? valence * NegationFactor : valence;
    }

    /// <summary>
    /// From three words off, "so" or "this" just before the word is enough: the reference does not ask for "never".
    /// </summary>
    bool IsNeverSo(int index, int distance) => distance switch
    {
        2 => Word(index - 2) == SpecialWord.Never && IsSoOrThis(index - 1),
        3 => (Word(index - 3) == SpecialWord.Never && IsSoOrThis(index - 2)) || IsSoOrThis(index - 1),
        _ => false,
    };

    bool IsWithoutDoubt(int index, int distance) => distance switch
    {
        2 => Word(index - 2) == SpecialWord.Without && Word(index - 1) == SpecialWord.Doubt,
        3 => Word(index - 3) == SpecialWord.Without
            && (Word(index - 2) == SpecialWord.Doubt || Word(index - 1) == SpecialWord.Doubt),
        _ => false,
    };

    /// <summary>Whether two words in a row, from three before the word to the one after it, begin a phrase of the rules.</summary>
    bool HasPhrase(int index)
    {
        SpecialWord before2 = Word(index - 2), before1 = Word(index - 1), word = Word(index);
        return Idioms.Begins(Word(index - 3), before2) | Idioms.Begins(before2, before1) | Idioms.Begins(before1, word)
            | Idioms.Begins(word, Word(index + 1));
    }

    /// <summary>
    /// An idiom around the word replaces its valence. Of those that end before or at it, the nearest wins.
    /// </summary>
    double Idiom(int index, double valence)
    {
        SpecialWord before3 = Word(index - 3), before2 = Word(index - 2), before1 = Word(index - 1), word = Word(index);
        SpecialWord after1 = Word(index + 1), after2 = Word(index + 2);
        if (Idioms.TryGet(before1, word, out var found) || Idioms.TryGet(before2, before1, word, out found)
            || Idioms.TryGet(before2, before1, out found) || Idioms.TryGet(before3, before2, before1, out found)
            || Idioms.TryGet(before3, before2, out found))
            valence = found;
        if (Idioms.TryGet(word, after1, out found))
            valence = found;
        if (Idioms.TryGet(word, after1, after2, out found))
            valence = found;
        return valence;
    }

    double TwoWordDampeners(int index, double valence)
    {
        if (Idioms.IsDampener(Word(index - 3), Word(index - 2)))
            valence -= VaderWords.Boost;
        if (Idioms.IsDampener(Word(index - 2), Word(index - 1)))
            valence -= VaderWords.Boost;
        return valence;
    }

    /// <summary>"least" before the word turns it, but not "at least" or "very least".</summary>
    double Least(int index, double valence) =>
        Word(index - 1) == SpecialWord.Least && Word(index - 2) is not (SpecialWord.At or SpecialWord.Very)
            ? valence * NegationFactor
            : valence;

    bool IsSoOrThis(int index) => Word(index) is SpecialWord.So or SpecialWord.This;

    bool IsShouted(int index) => _mixedCase && _tokens[index].IsUpper;

    /// <summary>A word of the list, or any token with "n't" in it ("wouldn't've").</summary>
    public bool IsNegation(int index)
    {
        ref readonly var token = ref _tokens[index];
        return token.Word == WordTable.Unknown
            ? token.MayHoldSigns && Contraction.IsNegated(_text.Slice(token.Start, token.Length))
            : _entries[token.Word].Is(WordRoles.Negation);
    }

    /// <summary>Which named word stands there; none beyond either end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    SpecialWord Word(int index) => unchecked((uint)index < (uint)_tokens.Length) ? Entry(index).Special : SpecialWord.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref readonly WordEntry Entry(int index) => ref _entries[_tokens[index].Word];
}
