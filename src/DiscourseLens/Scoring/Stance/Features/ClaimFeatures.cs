using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>What a text claims outright, outside of questions and quotes: few signs, which hold for any writer.</summary>
/// <remarks>The first stage sees them too, but among thousands of words that fit the texts it learnt from better.</remarks>
internal sealed class ClaimFeatures
{
    private const string Target = "target";

    private static readonly string[] s_claimed =
    [
        "selfwin", "works", "failure", "harm", "contra", "fraud", "placebo", "evidence", "ban", "approve", "deserve", "recommend", "discourage", "grateful",
        "hope", "concern", "news", "report", "hedge", "concede", "sarcasm", "mockplan", "mockban", "punish", "profanity", "logistics", "agree", "disagree", "why", "seek", "family", "you",
        "should", "could", "compare", "better", "provider", "greed", "regulator", "insurer", "recreation", "alternatives", "spiritual", "sobriety", "how", "conditional",
    ];

    private static readonly string[] s_denied = ["selfwin", "works", "failure", "harm", "fraud", "deserve", "recommend", "evidence", "hope"];

    private static readonly (string Left, string Right)[] s_inSentence =
    [
        ("me", "selfwin"), ("me", "works"), ("me", "recommend"), ("me", "harm"), ("me", "failure"), ("family", "selfwin"), (Target, "works"), (Target, "harm"),
        (Target, "fraud"), (Target, "ban"), (Target, "approve"), (Target, "hope"), (Target, "discourage"), ("therapy", "works"), ("therapy", "fraud"), ("regulator", "deserve"),
        ("regulator", "agree"), ("patients", "deserve"), ("patients", "harm"), ("provider", "greed"), ("provider", "ban"), ("provider", "punish"), ("it", "punish"), (Target, "punish"), ("regulator", "punish"), ("provider", "harm"), ("news", "works"),
        ("medicine", "evidence"), ("medicine", "failure"), ("medicine", "harm"), ("placebo", "general-claim"), ("how", "works"), ("how", "should"),
    ];

    private static readonly (string Left, string Right)[] s_inText =
    [
        ("sarcasm", "regulator"), ("sarcasm", Target), ("mockplan", Target), ("mockplan", "regulator"), ("mockban", "regulator"), ("mockban", "patients"), ("harm", "punish"), ("placebo", "news"), ("selfwin", "greed"), ("selfwin", "provider"), ("selfwin", "harm"),
        ("works", "harm"), ("works", "hedge"), ("hope", "hedge"), ("failure", "grateful"), ("report", "disagree"), ("spiritual", "approve"),
        ("spiritual", "works"), ("spiritual", "provider"), ("regulator", "selfwin"), ("regulator", "placebo"), ("contra", "works"), ("alternatives", "cost"),
    ];

    private readonly ulong[] _claimed, _denied;
    private readonly (ulong Left, ulong Right)[] _inSentence, _inText;

    public ClaimFeatures(StanceLexicon lexicon)
    {
        ulong BitOf(string name) => name == Target ? lexicon.Targets : lexicon.Cues.Categories.Contains(name) ? lexicon.Cues.BitOf(name) : 0;
        (ulong, ulong)[] BitsOf((string Left, string Right)[] pairs) => Array.ConvertAll(pairs, pair => (BitOf(pair.Left), BitOf(pair.Right)));
        (_claimed, _denied) = (Array.ConvertAll(s_claimed, BitOf), Array.ConvertAll(s_denied, BitOf));
        (_inSentence, _inText) = (BitsOf(s_inSentence), BitsOf(s_inText));
    }

    /// <summary>What each feature is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. s_claimed.Select(name => $"claims {name}"), .. s_denied.Select(name => $"denies {name}"),
        .. s_inText.Select(pair => $"claims {pair.Left}, {pair.Right}"), .. s_inSentence.Select(pair => $"claims {pair.Left} + {pair.Right}"),
        "share of questions", "ends asking", "asks nothing", "mean of tone", "tone at the end", "denies works, grateful",
    ];

    /// <summary>Writes 1 for each claim that some sentence makes, how far the text asks, and its tone.</summary>
    public void Write(StanceReading reading, Span<float> values)
    {
        values.Clear();
        var pairs = values.Slice(_claimed.Length + _denied.Length + _inText.Length, _inSentence.Length);
        var (sentences, questions, tone) = (0, 0, 0.0);
        ulong claimed = 0, denied = 0;
        for (var s = 0; s < reading.Wanted.Length; s++)
        {
            if (!reading.Wanted[s])
                continue;
            (sentences, tone) = (sentences + 1, tone + reading.Compound[s]);
            if (reading.Reader.Sentences[s].IsQuestion)
            {
                questions++;
                continue;
            }
            var (says, unsays) = CuesOf(reading.Reader, reading.Reader.Sentences[s]);
            (claimed, denied) = (claimed | says, denied | unsays);
            Mark(_inSentence, says, pairs);
        }
        for (var i = 0; i < _claimed.Length; i++)
            values[i] = (claimed & _claimed[i]) != 0 ? 1 : 0;
        for (var i = 0; i < _denied.Length; i++)
            values[_claimed.Length + i] = (denied & _denied[i]) != 0 ? 1 : 0;
        Mark(_inText, claimed, values[(_claimed.Length + _denied.Length)..]);
        var last = reading.Last;
        ReadOnlySpan<double> rest =
        [
            (double)questions / Math.Max(1, sentences), last >= 0 && reading.Reader.Sentences[last].IsQuestion ? 1 : 0, questions == 0 ? 1 : 0,
            tone / Math.Max(1, sentences), last >= 0 ? reading.Compound[last] : 0,
            (denied & _denied[1]) != 0 && (claimed & _claimed[Array.IndexOf(s_claimed, "grateful")]) != 0 ? 1 : 0,
        ];
        for (var i = 0; i < rest.Length; i++)
            values[^(rest.Length - i)] = (float)rest[i];
    }

    private static void Mark((ulong Left, ulong Right)[] pairs, ulong cues, Span<float> values)
    {
        for (var i = 0; i < pairs.Length && cues != 0; i++)
        {
            if ((cues & pairs[i].Left) != 0 && (cues & pairs[i].Right) != 0)
                values[i] = 1;
        }
    }

    private static (ulong Claimed, ulong Denied) CuesOf(TokenReader reader, TokenSentence sentence)
    {
        ulong claimed = 0, denied = 0;
        foreach (var token in reader.Tokens[sentence.From..sentence.To])
        {
            if (token.Is(TokenTraits.Quoted))
                continue;
            if (token.Is(TokenTraits.Negated))
                denied |= token.Cues;
            else
                claimed |= token.Cues;
        }
        return (claimed, denied);
    }
}
