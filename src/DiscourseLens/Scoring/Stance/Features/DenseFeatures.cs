using System.Numerics;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>The engineered features of a text: which cues it gives, where, and how they meet.</summary>
internal sealed class DenseFeatures
{
    private const int Views = 5, Plain = 0, Negated = 1, InLast = 2, InFocus = 3, Turned = 4;

    private static readonly string[] s_views = ["", "not ", "last: ", "focus: ", "but: "];

    private readonly CuePairs _pairs;
    private readonly int[] _counts;

    public DenseFeatures(StanceLexicon lexicon)
    {
        _pairs = new CuePairs(lexicon);
        _counts = new int[lexicon.Cues.Categories.Count * Views];
        Names =
        [
            .. lexicon.Cues.Categories.SelectMany(_ => s_views, (category, view) => view + category),
            .. _pairs.Names, .. TextShape.Names,
        ];
    }

    /// <summary>What each feature is.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Writes the features of what was read.</summary>
    /// <param name="reading">A text, read.</param>
    /// <param name="values">As many as there are names.</param>
    public void Write(StanceReading reading, Span<float> values)
    {
        values.Clear();
        Count(reading);
        for (var i = 0; i < _counts.Length; i++)
            values[i] = Saturated(_counts[i]);
        _pairs.Write(reading, values.Slice(_counts.Length, _pairs.Names.Count));
        TextShape.Write(reading, values[(_counts.Length + _pairs.Names.Count)..]);
    }

    /// <summary>Counts say less the higher they are: 0, 0.5, 0.67, 0.75 and so on.</summary>
    internal static float Saturated(int count) => count / (count + 1f);

    private void Count(StanceReading reading)
    {
        Array.Clear(_counts);
        var last = reading.Last;
        foreach (var token in reading.Reader.Tokens)
        {
            if (token.Cues == 0 || token.Is(TokenTraits.Quoted) || !reading.Wanted[token.Sentence])
                continue;
            for (var cues = token.Cues; cues != 0; cues &= cues - 1)
            {
                var at = BitOperations.TrailingZeroCount(cues) * Views;
                _counts[at + (token.Is(TokenTraits.Negated) ? Negated : Plain)]++;
                if (token.Is(TokenTraits.Negated))
                    continue;
                _counts[at + InLast] += token.Sentence == last ? 1 : 0;
                _counts[at + InFocus] += reading.Focus[token.Sentence] ? 1 : 0;
                _counts[at + Turned] += token.Is(TokenTraits.Turned) ? 1 : 0;
            }
        }
    }
}
