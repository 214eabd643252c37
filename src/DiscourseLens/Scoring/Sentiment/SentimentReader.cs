using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Scores a text and all variants beside the raw score, in one pass over a post. One reader per thread.</summary>
/// <remarks>Not safe for use by two threads at once; it keeps the sentences of the text read last, for its target windows.</remarks>
public sealed class SentimentReader(SentimentModel model)
{
    private const double LeastLean = 0.05;

    private readonly VaderScorer _raw = new(model.Raw, ByteClassifier.HasVectors);
    private readonly VaderScorer _masked = new(model.Masked, ByteClassifier.HasVectors);
    private readonly List<Sentence> _sentences = [];
    private char[] _prose = new char[4096];

    /// <summary>Reads a text. Never throws for its content.</summary>
    /// <param name="text">The text as it was collected; may be empty.</param>
    public SentimentReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_prose.Length < text.Length)
            _prose = new char[2 * text.Length];
        var prose = _prose.AsSpan(0, text.Length);
        ProseNormalizer.Normalize(text, prose);
        SplitAndScore(prose);
        var raw = _raw.Score(text.AsSpan());
        var whole = prose.SequenceEqual(text) ? raw : _raw.Score(prose);
        var count = _sentences.Count;
        return new SentimentReading(
            raw, whole.Compound, count == 0 ? null : Sentence.MeanOf(_sentences),
            Share(_sentences.Count(sentence => sentence.Compound >= LeastLean), count),
            Share(_sentences.Count(sentence => sentence.Compound <= -LeastLean), count),
            _masked.Score(prose).Compound, _raw.TokenCount, count);
    }

    /// <summary>The compound of the sentences that speak of a target, in the text read last; null where it has no sentence.</summary>
    /// <param name="target">A target's id, or <c>all</c> for every substance.</param>
    /// <param name="decision">The relevance decision of the same post.</param>
    /// <param name="bodyStart">Where the body starts in the text; 0 where there is no title.</param>
    public double? Window(string target, RelevanceDecision decision, int bodyStart)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Window(target, NamedPlace.Of(decision.Evidence, bodyStart));
    }

    /// <inheritdoc cref="Window(string, RelevanceDecision, int)"/>
    /// <param name="target">A target's id, or <c>all</c> for every substance.</param>
    /// <param name="named">Where the text names concepts.</param>
    public double? Window(string target, IReadOnlyList<NamedPlace> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        if (_sentences.Count == 0)
            return null;
        var concepts = target == Targets.All ? Concepts.Substances : Targets.ConceptOf(target);
        return Sentence.MeanOf(TargetWindow.Of(_sentences, concepts, named));
    }

    /// <summary>How a text came by its raw score.</summary>
    public SentimentExplanation Explain(string text) => _raw.Explain(text);

    // A sentence of signs alone counts only where they mean something, as ":)" does.
    private void SplitAndScore(ReadOnlySpan<char> prose)
    {
        _sentences.Clear();
        for (var start = 0; start < prose.Length;)
        {
            if (char.IsWhiteSpace(prose[start]))
            {
                start++;
                continue;
            }

            var end = SentenceSplitter.FindEnd(prose, start);
            var compound = _raw.Score(prose[start..end]).Compound;
            if (compound != 0 || HasWord(prose[start..end]))
                _sentences.Add(new Sentence(start, end, compound));
            start = Math.Max(end, start + 1);
        }
    }

    private static bool HasWord(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static double? Share(int part, int count) => count == 0 ? null : PythonRounding.ToFourDigits((double)part / count);
}
