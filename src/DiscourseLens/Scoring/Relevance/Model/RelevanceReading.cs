using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>Reads a post and its verdict as features. Keeps its memory; one reading serves one thread at a time.</summary>
internal sealed class RelevanceReading
{
    // Tokens on either side of a mention; and, where a reply names nothing, from its start.
    private const int Reach = 15, FromStart = 40;

    // UTF-16 units; a longer post is weighed by its beginning.
    private const int MostText = 20_000;

    private static readonly int s_verdicts = VerdictFeatures.Names.Count;

    private readonly TokenReader _reader = new(SignalLexicon.Cues, SignalLexicon.Masks);
    private readonly float[] _dense = new float[DenseNames.Count];
    private bool[] _near = new bool[512];

    /// <summary>The names of the dense features.</summary>
    public static IReadOnlyList<string> DenseNames { get; } = [.. VerdictFeatures.Names, .. SignalFeatures.Names];

    /// <summary>The hashed features.</summary>
    public HashedFeatures Hashed { get; } = new(MentionNgrams.Bits);

    /// <summary>The dense features.</summary>
    public ReadOnlySpan<float> Dense => _dense;

    /// <summary>The tokens.</summary>
    public TokenReader Tokens => _reader;

    /// <summary>Reads.</summary>
    public void Read(RuleVerdict verdict)
    {
        var post = verdict.Found.Post;
        var evidence = verdict.Found.Evidence;
        _reader.Clear();
        Hashed.Clear();
        ReadPart(post.Title ?? "", evidence, inTitle: true);
        ReadPart(post.Text, evidence, inTitle: false);
        var near = Near(evidence);
        MentionNgrams.Add(_reader, near, evidence, Hashed);
        VerdictFeatures.Write(verdict, _dense.AsSpan(0, s_verdicts));
        SignalFeatures.Write(_reader, near, _dense.AsSpan(s_verdicts));
    }

    /// <summary>The features as a row to learn from.</summary>
    public FeatureRow ToRow() => Hashed.ToRow(_dense, MentionNgrams.Size);

    private void ReadPart(string text, IReadOnlyList<Mention> evidence, bool inTitle)
    {
        if (text.Length > 0)
            _reader.Read(text.AsSpan(0, Math.Min(text.Length, MostText)), inTitle, evidence.Where(mention => mention.InTitle == inTitle).Select(mention => (mention.Start, mention.End, MaskOf(mention))));
    }

    private static ulong MaskOf(Mention mention) => mention.Concept switch
    {
        Concepts.Condition => SignalLexicon.Condition,
        Concepts.Therapy => 0,
        _ => SignalLexicon.Substance,
    };

    private ReadOnlySpan<bool> Near(IReadOnlyList<Mention> evidence)
    {
        if (_near.Length < _reader.Count)
            _near = new bool[2 * _reader.Count];
        var near = _near.AsSpan(0, _reader.Count);
        near.Clear();
        var (token, marked) = (0, 0);
        foreach (var mention in evidence)
        {
            if (mention.Rule == Mention.Weak)
                continue;
            while (token < near.Length && IsBefore(token, mention))
                token++;
            var (from, to) = (Math.Max(marked, token - Reach), Math.Min(near.Length, token + Reach + 1));
            if (from < to)
                near[from..to].Fill(true);
            marked = Math.Max(marked, to);
        }

        if (marked == 0)
            near[..Math.Min(near.Length, FromStart)].Fill(true);
        return near;
    }

    private bool IsBefore(int token, Mention mention)
    {
        ref readonly var at = ref _reader.Tokens[token];
        var inTitle = _reader.Sentences[at.Sentence].IsTitle;
        return inTitle == mention.InTitle ? at.End <= mention.Start : inTitle;
    }
}
