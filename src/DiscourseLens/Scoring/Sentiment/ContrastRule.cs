using System.Runtime.InteropServices;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// "but" shifts the weight to what follows it: words before the first one count half, words after it half more.
/// </summary>
/// <remarks>
/// The reference changes the list of valences while it walks it, and finds its place by looking up the value it has
/// just read. Where an equal value stands earlier, that one is changed instead. Replayed here as it is, without the
/// neutral words: they stay 0 whatever the factor.
/// </remarks>
internal sealed class ContrastRule
{
    /// <summary>Looking a value up by going through the list is faster up to about this many, and quadratic.</summary>
    internal const int LongList = 512;

    const double Before = 0.5, After = 1.5;

    readonly FirstPlaces _places = new();

    /// <summary>The rule as the reference applies it.</summary>
    /// <param name="valences">Valences other than 0, in the text's order; changed in place.</param>
    /// <param name="tokens">The token that each belongs to.</param>
    /// <param name="but">The token of the first "but".</param>
    public void Apply(Span<double> valences, ReadOnlySpan<int> tokens, int but)
    {
        if (valences.Length < LongList)
            ApplyToShort(valences, tokens, but);
        else
            ApplyToLong(valences, tokens, but);
    }

    /// <summary>The rule as it was meant: every word by its own place.</summary>
    public static void ApplyByPosition(Span<double> valences, ReadOnlySpan<int> tokens, int but)
    {
        for (var i = 0; i < valences.Length; i++)
            valences[i] *= Factor(tokens[i], but);
    }

    internal static void ApplyToShort(Span<double> valences, ReadOnlySpan<int> tokens, int but)
    {
        // Without 0 and NaN, values are equal exactly if their bits are, and bits are searched with vectors.
        var bits = MemoryMarshal.Cast<double, long>(valences);
        for (var i = 0; i < valences.Length; i++)
        {
            var valence = valences[i];
            var place = bits[..(i + 1)].IndexOf(bits[i]);
            valences[place] = valence * Factor(tokens[place], but);
        }
    }

    internal void ApplyToLong(Span<double> valences, ReadOnlySpan<int> tokens, int but)
    {
        _places.Clear(valences.Length);
        for (var i = 0; i < valences.Length; i++)
        {
            var valence = valences[i];
            _places.Add(valence, i);
            var place = _places.TakeFirst(valence);
            valences[place] = valence * Factor(tokens[place], but);
            _places.Add(valences[place], place);
        }
    }

    static double Factor(int token, int but) => token < but ? Before : After;
}
