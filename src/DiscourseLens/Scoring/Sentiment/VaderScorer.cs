namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Scores the tone of a text's wording exactly as vaderSentiment 3.3.2 does on CPython 3.11, in time linear in its
/// length.
/// </summary>
/// <remarks>
/// <para>
/// Not safe for use by two threads at once: one scorer per thread. Scorers share their tables; each keeps working
/// memory that grows to the longest text it has seen, so that a text allocates nothing.
/// </para>
/// <para>
/// Rules and figures: C.J. Hutto and E. Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment Analysis
/// of Social Media Text", ICWSM-14, in the edition 3.3.2 of their program, deviations from the paper included. The
/// version of Python matters: from 3.12 on it adds floating-point numbers differently.
/// </para>
/// </remarks>
public sealed partial class VaderScorer
{
    readonly VaderModel _model;
    readonly EmojiExpander _expander;
    readonly TokenScanner _scanner;
    readonly ContrastRule _contrast = new();
    readonly TextBuffer _transcoded = new();
    readonly TextBuffer _text = new();
    double[] _valences = new double[256];
    int[] _positions = new int[256];

    /// <summary>A scorer that uses the vectors of this machine where it has any.</summary>
    public VaderScorer() : this(VaderModel.Shared, ByteClassifier.HasVectors) { }

    /// <summary>A scorer with a mode and lexicon of its own; each reads the tables anew.</summary>
    /// <exception cref="LensException">The lexicon cannot be read.</exception>
    public VaderScorer(SentimentOptions options) : this(new VaderModel(options), ByteClassifier.HasVectors) { }

    internal VaderScorer(bool vectors) : this(VaderModel.Shared, vectors) { }

    internal VaderScorer(VaderModel model, bool vectors)
    {
        _model = model;
        _expander = new EmojiExpander(_model.Characters);
        _scanner = new TokenScanner(_model, vectors);
    }

    /// <summary>The identity of this scorer; its hash covers lexicon, emoji names and character classes.</summary>
    public ScorerVersion Version => _model.Version;

    /// <summary>Tokens of the text scored last.</summary>
    internal int TokenCount => _scanner.Count;

    /// <summary>Scores a text in UTF-8. Never throws; ill-formed bytes are read as U+FFFD.</summary>
    /// <param name="utf8">The text; may be empty.</param>
    /// <returns>The four figures; all 0 if the text has no token.</returns>
    public SentimentScore Score(ReadOnlySpan<byte> utf8)
    {
        _text.Clear();
        _expander.Expand(utf8, _text);
        _text.Pad();
        _scanner.Scan(_text);
        return _scanner.Count == 0 ? default : ScoreTokens();
    }

    /// <summary>
    /// Scores a text in UTF-16. Never throws; a lone surrogate counts as one character without meaning.
    /// </summary>
    /// <param name="text">The text; may be empty.</param>
    /// <returns>The four figures; all 0 if the text has no token.</returns>
    public SentimentScore Score(ReadOnlySpan<char> text)
    {
        _transcoded.Clear();
        _transcoded.Append(text);
        return Score(_transcoded.Text);
    }

    SentimentScore ScoreTokens()
    {
        var count = Weigh(out var but);
        var valences = _valences.AsSpan(0, count);
        Contrast(valences, _positions.AsSpan(0, count), but);
        var emphasis = VaderTotals.Emphasis(_scanner.Exclamations, _scanner.Questions);
        return VaderTotals.Of(valences, _scanner.Count - count, emphasis);
    }

    /// <summary>Collects the valences other than 0.</summary>
    /// <param name="but">The token of the first "but"; -1 if there is none.</param>
    int Weigh(out int but)
    {
        var tokens = _scanner.Tokens;
        var entries = _model.Words.Entries;
        var mixedCase = _scanner.UpperCount > 0 && _scanner.UpperCount < tokens.Length;
        var rules = new VaderRules(entries, tokens, _text.Text, mixedCase);
        EnsureRoom(tokens.Length);
        (var count, but) = (0, -1);
        var trace = default(NoTrace);
        foreach (var i in _scanner.Telling)
        {
            if (but < 0 && entries[tokens[i].Word].Special == SpecialWord.But)
                but = i;
            var valence = rules.Valence(i, ref trace);
            if (valence == 0)
                continue;
            (_valences[count], _positions[count]) = (valence, i);
            count++;
        }
        return count;
    }

    void Contrast(Span<double> valences, ReadOnlySpan<int> positions, int but)
    {
        if (but < 0)
            return;
        if (_model.Mode == SentimentMode.Fixed)
            ContrastRule.ApplyByPosition(valences, positions, but);
        else
            _contrast.Apply(valences, positions, but);
    }

    void EnsureRoom(int tokens)
    {
        if (_valences.Length >= tokens)
            return;
        _valences = new double[2 * tokens];
        _positions = new int[2 * tokens];
    }
}
