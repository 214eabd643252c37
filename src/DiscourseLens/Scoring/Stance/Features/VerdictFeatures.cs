using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>What a text calls good or bad, and which of its verdicts comes last (rules R2 and R5 of the codebook).</summary>
/// <remarks>A verdict belongs to the nearest thing named before it in its clause, else to the first named soon after; quotes and questions give none.</remarks>
internal sealed class VerdictFeatures
{
    private const int Before = 8, After = 4, Proven = 4;

    private static readonly string[] s_subjects = ["treatment", "medicine", "provider", "regulator", "patients", "self", "nothing named"];
    private static readonly string[] s_kinds = ["good", "bad", "not good", "not bad", "proven"];

    private readonly ulong[] _subjects;
    private readonly ulong _good, _bad, _proven, _contrast;
    private readonly bool _isTherapy;

    public VerdictFeatures(StanceLexicon lexicon)
    {
        ulong Any(params ReadOnlySpan<string> names)
        {
            var bits = 0UL;
            foreach (var name in names)
                bits |= lexicon.Cues.Categories.Contains(name) ? lexicon.Cues.BitOf(name) : 0;
            return bits;
        }
        _subjects = [lexicon.Targets | Any("therapy"), Any("medicine", "alternatives"), Any("provider"), Any("regulator", "insurer"), Any("patients"), Any("me", "family")];
        (_good, _bad) = (Any("works", "selfwin", "hope", "deserve", "recommend", "grateful", "better"), Any("failure", "harm", "fraud", "greed", "discourage", "punish", "placebo"));
        (_proven, _contrast) = (Any("evidence"), Any("contrast"));
        _isTherapy = Any("medicine") != 0;
    }

    /// <summary>What each feature is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. s_subjects.SelectMany(_ => s_kinds, (subject, kind) => $"{kind}: {subject}"),
        .. s_subjects.SelectMany(_ => s_kinds[..Proven], (subject, kind) => $"{kind} at last: {subject}"),
        "good and not good", "verdicts on treatment agree",
    ];

    /// <summary>Writes 1 for each verdict that the text gives; none where the lexicon is another target's, which has no medicine or provider to judge.</summary>
    public void Write(StanceReading reading, Span<float> values)
    {
        values.Clear();
        if (!_isTherapy)
            return;
        var last = -1;
        for (var s = 0; s < reading.Wanted.Length; s++)
        {
            var sentence = reading.Reader.Sentences[s];
            if (reading.Wanted[s] && !sentence.IsQuestion)
                last = Write(reading.Reader.Tokens[sentence.From..sentence.To], values) is var found and >= 0 ? found : last;
        }
        var kinds = s_kinds.Length;
        if (last >= 0)
            values[(s_subjects.Length * kinds) + last] = 1;
        bool good = false, notGood = false;
        for (var subject = 0; subject < s_subjects.Length; subject++)
            (good, notGood) = (good || values[subject * kinds] > 0, notGood || values[(subject * kinds) + 2] > 0);
        values[^2] = good && notGood ? 1 : 0;
        values[^1] = (values[0] > 0 || values[3] > 0) == (values[1] > 0 || values[2] > 0) ? 0 : 1;
    }

    // The place of the last verdict among those at last; -1 for none. That something is proven decides nothing by itself.
    private int Write(ReadOnlySpan<Token> tokens, Span<float> values)
    {
        var last = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(TokenTraits.Quoted) || KindOf(tokens[i]) is not (var kind and >= 0))
                continue;
            var subject = SubjectOf(tokens, i);
            values[(subject * s_kinds.Length) + kind] = 1;
            last = kind == Proven ? last : (subject * Proven) + kind;
        }
        return last;
    }

    private int KindOf(in Token token)
    {
        var negated = token.Is(TokenTraits.Negated) ? 2 : 0;
        if ((token.Cues & _bad) != 0)
            return 1 + negated;
        if ((token.Cues & _good) != 0)
            return negated;
        return (token.Cues & _proven) != 0 && negated == 0 ? Proven : -1;
    }

    private int SubjectOf(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Before) && (tokens[i].Cues & _contrast) == 0; i--)
        {
            if (SubjectOf(tokens[i]) is var subject and >= 0)
                return subject;
        }
        for (var i = at; i <= Math.Min(tokens.Length - 1, at + After) && (tokens[i].Cues & _contrast) == 0; i++)
        {
            if (SubjectOf(tokens[i]) is var subject and >= 0)
                return subject;
        }
        return _subjects.Length;
    }

    private int SubjectOf(in Token token)
    {
        for (var i = 0; i < _subjects.Length; i++)
        {
            if ((token.Cues & _subjects[i]) != 0)
                return i;
        }
        return -1;
    }
}
