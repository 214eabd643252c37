using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Reads a text for stance: its tokens, the sentences that count, and the tone of each. One serves one thread at a time.</summary>
internal sealed class StanceReading(StanceLexicon lexicon)
{
    private static readonly SentimentModel s_sentiment = new(new SentimentOptions());

    private readonly VaderScorer _tone = new(s_sentiment.Masked, ByteClassifier.HasVectors);
    private readonly NegationScope _negation = new(lexicon.Cues);
    private readonly ulong _therapy = lexicon.Cues.BitOf("therapy");
    private bool[] _wanted = new bool[64], _focus = new bool[64];
    private double[] _compound = new double[64];

    /// <summary>Tokens and sentences.</summary>
    public TokenReader Reader { get; } = new(lexicon.Cues, lexicon.Masks);

    /// <summary>The hashed features of the sentences that count.</summary>
    public HashedFeatures Hashed { get; } = new(TextNgrams.Bits);

    /// <summary>The words read with.</summary>
    public StanceLexicon Lexicon => lexicon;

    /// <summary>Which sentences count: all, or those about the target.</summary>
    public ReadOnlySpan<bool> Wanted => _wanted.AsSpan(0, Reader.Sentences.Count);

    /// <summary>Which of them speak of a target or a treatment, or follow one that does.</summary>
    public ReadOnlySpan<bool> Focus => _focus.AsSpan(0, Reader.Sentences.Count);

    /// <summary>The tone of each sentence, in [-1, 1].</summary>
    public ReadOnlySpan<double> Compound => _compound.AsSpan(0, Reader.Sentences.Count);

    /// <summary>Whether there is more than a title; the title of a post without a body is its text.</summary>
    public bool HasBody => Reader.Sentences.Count > 0 && !Reader.Sentences[^1].IsTitle;

    /// <summary>The last sentence that counts; -1 for none.</summary>
    public int Last => Wanted.LastIndexOf(true);

    /// <summary>Reads a text.</summary>
    public void Read(StanceText text)
    {
        Reader.Clear();
        Hashed.Clear();
        if (!string.IsNullOrEmpty(text.Title))
            Reader.Read(text.Title, isTitle: true);
        Reader.Read(text.Text, isTitle: false);
        _negation.Mark(Reader);
        EnsureRoom(Reader.Sentences.Count);
        Choose(lexicon.BitsOf(text.Target));
        ReadTone(text);
        TextNgrams.Add(Reader, Wanted, Hashed);
    }

    // A sentence that names no substance goes on about what the one before it did.
    private void Choose(ulong target)
    {
        var sentences = Reader.Sentences;
        var asked = target != 0 && sentences.Any(sentence => (sentence.Cues & target) != 0)
            && sentences.Any(sentence => (sentence.Cues & lexicon.Targets & ~target) != 0);
        bool about = true, near = false;
        for (var s = 0; s < sentences.Count; s++)
        {
            var named = sentences[s].Cues & lexicon.Targets;
            about = named == 0 ? about : (named & target) != 0;
            _wanted[s] = !asked || about;
            var naming = (sentences[s].Cues & (lexicon.Targets | _therapy)) != 0;
            _focus[s] = _wanted[s] && (naming || near);
            near = naming;
        }
        if (asked && !Wanted.Contains(true))
            _wanted.AsSpan(0, sentences.Count).Fill(true);
        if (!Focus.Contains(true))
            Wanted.CopyTo(_focus);
    }

    private void ReadTone(StanceText text)
    {
        for (var s = 0; s < Reader.Sentences.Count; s++)
        {
            var sentence = Reader.Sentences[s];
            var source = (sentence.IsTitle ? text.Title! : text.Text).AsSpan();
            _compound[s] = _wanted[s] ? _tone.Score(source[sentence.Start..Math.Min(source.Length, sentence.End)]).Compound : 0;
        }
    }

    private void EnsureRoom(int sentences)
    {
        if (_wanted.Length >= sentences)
            return;
        (_wanted, _focus, _compound) = (new bool[2 * sentences], new bool[2 * sentences], new double[2 * sentences]);
    }
}
