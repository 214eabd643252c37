using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Reads a post with its context for the second stage. One serves one thread at a time.</summary>
internal sealed class StanceReader(StanceLexicon lexicon)
{
    private readonly ClaimFeatures _claims = new(lexicon);
    private readonly VerdictFeatures _verdicts = new(lexicon);
    private readonly float[] _values = new float[ClaimFeatures.Names.Count + VerdictFeatures.Names.Count];

    /// <summary>Reads texts; after <see cref="Read"/> it holds the post itself.</summary>
    public TextJudge Judge { get; } = new(lexicon);

    /// <summary>Reads a post.</summary>
    /// <param name="input">The post.</param>
    /// <param name="model">The text model of the first stage.</param>
    public ContextReading Read(StanceInput input, CompactModel model)
    {
        var parent = input.ParentText ?? input.ParentTitle;
        var above = string.IsNullOrWhiteSpace(parent) ? (TextSignals?)null : JudgeOther(parent, input.Target, model);
        var quoted = QuotedLines.Of(input.Text) is { } lines ? JudgeOther(lines, input.Target, model) : (TextSignals?)null;
        Judge.Read(new StanceText(input.Title, input.Text, input.Target));
        var own = Judge.Judge(model);
        var reader = Judge.Reading.Reader;
        var bare = input.Title is null && above is not null ? ReplyOpening.ReadBare(reader) : 0;
        _claims.Write(Judge.Reading, _values.AsSpan(0, ClaimFeatures.Names.Count));
        _verdicts.Write(Judge.Reading, _values.AsSpan(ClaimFeatures.Names.Count));
        return new ContextReading(ContextFeatures.Of(own, above, quoted, ReplyOpening.Read(reader), WordsOf(reader), _values), own, bare);
    }

    private TextSignals JudgeOther(string text, Concepts target, CompactModel model)
    {
        Judge.Read(new StanceText(null, text, target));
        return Judge.Judge(model);
    }

    private static int WordsOf(TokenReader reader)
    {
        var words = 0;
        foreach (var token in reader.Tokens)
            words += token.Is(TokenTraits.Sign) ? 0 : 1;
        return words;
    }
}

/// <summary>What the second stage reads.</summary>
/// <param name="Features">See <see cref="ContextFeatures"/>.</param>
/// <param name="Own">What the text model says of the text itself.</param>
/// <param name="BareReply">1 where it says only that it agrees with its parent, -1 where only that it does not, else 0.</param>
internal readonly record struct ContextReading(float[] Features, TextSignals Own, int BareReply);
