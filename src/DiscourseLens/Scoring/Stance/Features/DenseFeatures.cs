using System.Numerics;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>The engineered features of a text: which cues it gives, where, and how they meet.</summary>
internal sealed class DenseFeatures
{
    // A long text gives more cues of every kind, and has no clearer stance for it.
    private const float WordsPerCue = 40;

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
        var words = Count(reading);
        for (var i = 0; i < _counts.Length; i++)
            values[i] = Saturated(_counts[i], words / WordsPerCue);
        _pairs.Write(reading, values.Slice(_counts.Length, _pairs.Names.Count));
        TextShape.Write(reading, values[(_counts.Length + _pairs.Names.Count)..]);
    }

    /// <summary>Counts say less the higher they are, and the more room there was for them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="room">How many a text of this length has by the way.</param>
    internal static float Saturated(int count, float room) => count / (count + 1 + room);

    /// <summary>Where the features stand that a cue about the target raises.</summary>
    public static int[] PlacesOf(int category, bool negated) =>
        negated ? [(category * Views) + Negated] : [(category * Views) + Plain, (category * Views) + InFocus];

    // The words that count are returned.
    private int Count(StanceReading reading)
    {
        var words = 0;
        Array.Clear(_counts);
        var last = reading.Last;
        foreach (var token in reading.Reader.Tokens)
        {
            words += reading.Wanted[token.Sentence] ? 1 : 0;
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
        return words;
    }
}
