using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Applies a text model to texts: the first of the two stages. One serves one thread at a time.</summary>
internal sealed class TextJudge(StanceLexicon lexicon)
{
    /// <summary>The classes of the first stage: favor, against, neutral, and neutral for being mixed or unclear.</summary>
    public const int Classes = 4;

    private const int Favor = 0, Against = 1, None = 2, Mixed = 3;

    private readonly DenseFeatures _features = new(lexicon);
    private readonly float[] _dense = new float[new DenseFeatures(lexicon).Names.Count];
    private double[] _bySentence = [];
    private int[] _sums = [], _counts = [];

    /// <summary>The text read last.</summary>
    public StanceReading Reading { get; } = new(lexicon);

    /// <summary>The names of the dense features.</summary>
    public IReadOnlyList<string> DenseNames => _features.Names;

    /// <summary>The dense features of the text read last.</summary>
    public ReadOnlySpan<float> Dense => _dense;

    /// <summary>Reads a text.</summary>
    public void Read(StanceText text)
    {
        Reading.Read(text);
        _features.Write(Reading, _dense);
    }

    /// <summary>What a model says of the text read last.</summary>
    public TextSignals Judge(CompactModel model)
    {
        Span<double> whole = stackalloc double[Classes];
        model.Score(Reading.Hashed, _dense, whole);
        ScoreSentences(model);
        var (sentences, focus, lean, polarity) = (0, 0, 0.0, 0.0);
        double highest = 0, lowest = 0, title = 0, favor = double.NegativeInfinity, against = double.NegativeInfinity;
        for (var s = 0; s < Reading.Wanted.Length; s++)
        {
            if (!Reading.Wanted[s])
                continue;
            sentences++;
            var (sentenceLean, sentencePolarity) = LeanOf(_bySentence.AsSpan(s * Classes, Classes));
            (highest, lowest) = (Math.Max(highest, sentenceLean), Math.Min(lowest, sentenceLean));
            (favor, against) = (Math.Max(favor, LeadOf(s, Favor)), Math.Max(against, LeadOf(s, Against)));
            if (Reading.Focus[s])
                (focus, lean, polarity) = (focus + 1, lean + sentenceLean, polarity + sentencePolarity);
            if (Reading.Reader.Sentences[s].IsTitle && Reading.HasBody)
                title += sentenceLean;
        }
        focus = Math.Max(1, focus);
        var last = Reading.Last is var at and >= 0 ? LeanOf(_bySentence.AsSpan(at * Classes, Classes)) : default;
        var (all, pole) = LeanOf(whole);
        return new TextSignals(all, pole, whole[Mixed] - whole[None], last, (lean / focus, polarity / focus), highest, lowest, title,
            sentences > 0 ? favor : 0, sentences > 0 ? against : 0, sentences);
    }

    private static (double Lean, double Polarity) LeanOf(ReadOnlySpan<double> scores) =>
        (scores[Favor] - scores[Against], Math.Max(scores[Favor], scores[Against]) - Math.Max(scores[None], scores[Mixed]));

    private double LeadOf(int sentence, int label)
    {
        var scores = _bySentence.AsSpan(sentence * Classes, Classes);
        return scores[label] - Math.Max(scores[None], scores[Mixed]);
    }

    // A feature counts in the sentence where the text first has it.
    private void ScoreSentences(CompactModel model)
    {
        var sentences = Reading.Reader.Sentences.Count;
        if (_bySentence.Length < sentences * Classes)
            (_bySentence, _sums, _counts) = (new double[2 * sentences * Classes], new int[2 * sentences * Classes], new int[2 * sentences]);
        Array.Clear(_bySentence);
        var features = Reading.Hashed;
        var tokens = Reading.Reader.Tokens;
        var from = 0;
        for (var b = 0; b < features.Ends.Count; b++)
        {
            Array.Clear(_sums);
            Array.Clear(_counts);
            for (var i = from; i < features.Ends[b]; i++)
            {
                var s = tokens[features.Tokens[i]].Sentence;
                _counts[s]++;
                for (var c = 0; c < Classes; c++)
                    _sums[(s * Classes) + c] += model.Hashed[(features.Buckets[i] * Classes) + c];
            }
            for (var s = 0; s < sentences; s++)
            {
                for (var c = 0; c < Classes && _counts[s] > 0; c++)
                    _bySentence[(s * Classes) + c] += _sums[(s * Classes) + c] * model.Scales[(b * Classes) + c] / Math.Sqrt(_counts[s]);
            }
            from = features.Ends[b];
        }
    }
}
