using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Cues that mean something together, in one sentence: who is criticised, who is helped, what is compared.</summary>
internal sealed class CuePairs
{
    private const string Target = "target";
    private const float SentencesPerPair = 4;

    // The left cue counts when it is not negated; the right one is told apart by negation.
    private static readonly (string Left, string Right)[] s_pairs =
    [
        (Target, "works"), (Target, "selfwin"), (Target, "failure"), (Target, "harm"), (Target, "fraud"), (Target, "placebo"),
        (Target, "should"), (Target, "approve"), (Target, "ban"), (Target, "deserve"), (Target, "recommend"), (Target, "discourage"),
        (Target, "hope"), (Target, "evidence"), (Target, "compare"), (Target, "better"), (Target, "concern"), (Target, "why"),
        (Target, "patients"), (Target, "sarcasm"), (Target, "mockplan"), (Target, "mockban"), (Target, "punish"), (Target, "hedge"), (Target, "recreation"), (Target, "alternatives"), (Target, "general-claim"),
        ("therapy", "works"), ("therapy", "failure"), ("therapy", "harm"), ("therapy", "fraud"), ("therapy", "deserve"),
        ("regulator", "ban"), ("regulator", "approve"), ("regulator", "deserve"), ("regulator", "profanity"), ("regulator", "agree"),
        ("regulator", "disagree"), ("regulator", "sarcasm"), ("regulator", "mockban"), ("regulator", "mockplan"), ("regulator", "punish"), ("provider", "punish"), ("regulator", "concern"), ("regulator", "better"),
        ("insurer", "approve"), ("insurer", "ban"), ("insurer", "deserve"), ("insurer", "should"),
        ("provider", "fraud"), ("provider", "greed"), ("provider", "harm"), ("provider", "ban"), ("provider", "profanity"),
        ("provider", "concern"), ("provider", "grateful"), ("provider", "recommend"), ("report", "fraud"), ("report", "works"),
        ("report", "disagree"), ("me", "selfwin"), ("me", "works"), ("me", "failure"), ("me", "harm"), ("me", "grateful"),
        ("me", "recommend"), ("me", "discourage"), ("me", "concede"), ("family", "selfwin"), ("family", "works"), ("family", "harm"),
        ("family", "failure"), ("patients", "deserve"), ("patients", "harm"), ("patients", "fraud"), ("patients", "works"),
        ("medicine", "failure"), ("medicine", "harm"), ("medicine", "works"), ("medicine", "compare"), ("medicine", "evidence"),
        ("medicine", "sobriety"), ("condition", "works"), ("condition", "selfwin"), ("condition", "harm"), ("how", "works"), ("how", "harm"), ("how", "should"),
        ("could", "works"), ("could", "harm"), ("hedge", "works"), ("conditional", "how"), ("conditional", "works"), ("conditional", "contra"),
        ("placebo", "evidence"), ("placebo", "failure"), ("general-claim", "failure"), ("general-claim", "works"), ("general-claim", "fraud"),
        ("alternatives", "better"), ("why", "provider"), ("why", "approve"), ("why", "cost"), ("cost", "failure"), ("cost", "works"),
        ("spiritual", "harm"), ("spiritual", "therapy"), ("sobriety", "harm"), ("time", "works"), ("time", "selfwin"),
    ];

    private readonly (ulong Left, ulong Right)[] _bits;

    public CuePairs(StanceLexicon lexicon)
    {
        ulong BitOf(string name) => name == Target ? lexicon.Targets : lexicon.Cues.Categories.Contains(name) ? lexicon.Cues.BitOf(name) : 0;
        _bits = Array.ConvertAll(s_pairs, pair => (BitOf(pair.Left), BitOf(pair.Right)));
    }

    /// <summary>What each feature is.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. s_pairs.SelectMany(pair => new[] { $"{pair.Left} + {pair.Right}", $"{pair.Left} + not {pair.Right}" })];

    /// <summary>Writes in how many sentences each pair meets.</summary>
    public void Write(StanceReading reading, Span<float> values)
    {
        var sentences = 0;
        for (var s = 0; s < reading.Reader.Sentences.Count; s++)
        {
            if (!reading.Wanted[s])
                continue;
            sentences++;
            if (reading.Reader.Sentences[s].Cues != 0)
                Write(reading.Reader, reading.Reader.Sentences[s], values);
        }
        foreach (ref var value in values)
            value = DenseFeatures.Saturated((int)value, sentences / SentencesPerPair);
    }

    private void Write(TokenReader reader, TokenSentence sentence, Span<float> values)
    {
        ulong plain = 0, negated = 0;
        foreach (var token in reader.Tokens[sentence.From..sentence.To])
        {
            if (token.Is(TokenTraits.Negated))
                negated |= token.Cues;
            else if (!token.Is(TokenTraits.Quoted))
                plain |= token.Cues;
        }
        for (var i = 0; i < _bits.Length; i++)
        {
            if (((plain | negated) & _bits[i].Left) == 0)
                continue;
            values[2 * i] += (plain & _bits[i].Right) != 0 ? 1 : 0;
            values[(2 * i) + 1] += (negated & _bits[i].Right) != 0 ? 1 : 0;
        }
    }
}
