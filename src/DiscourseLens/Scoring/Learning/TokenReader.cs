using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring.Learning;

/// <summary>Reads texts as tokens with cues, in sentences. Keeps its memory; one reader serves one thread at a time.</summary>
/// <param name="lexicon">Its first categories may be masks: their words are hidden behind one symbol each.</param>
/// <param name="masks">The symbol of each masking category, by bit; categories of one symbol look the same.</param>
internal sealed class TokenReader(CueLexicon lexicon, IReadOnlyDictionary<ulong, ulong> masks)
{
    private const int MemoBits = 14;

    private readonly (ulong Word, ulong Cues, int Longest)[] _memo = new (ulong, ulong, int)[1 << MemoBits];
    private readonly ulong _allMasks = masks.Keys.Aggregate(0UL, (all, bit) => all | bit);
    private readonly ulong _number = FeatureHash.Of("\u0001number");
    private readonly List<TokenSentence> _sentences = [];
    private Token[] _tokens = new Token[512];
    private char[] _letters = new char[4096], _prose = new char[4096];
    private int _letterCount;

    /// <summary>The tokens read since the last clearing.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>Their number.</summary>
    public int Count { get; private set; }

    /// <summary>Their sentences, title first.</summary>
    public IReadOnlyList<TokenSentence> Sentences => _sentences;

    /// <summary>The lexicon read with.</summary>
    public CueLexicon Lexicon => lexicon;

    /// <summary>The letters of a token, with a space on either side.</summary>
    public ReadOnlySpan<char> Padded(in Token token) => _letters.AsSpan(token.Letters - 1, token.Length + 2);

    /// <summary>Forgets what was read.</summary>
    public void Clear()
    {
        (Count, _letterCount) = (0, 0);
        _sentences.Clear();
    }

    /// <summary>Reads a text behind what was read before. Quoted lines, code and addresses are passed over.</summary>
    /// <param name="text">The text as collected.</param>
    /// <param name="isTitle">Whether it is the title.</param>
    public void Read(ReadOnlySpan<char> text, bool isTitle) => Read(text, isTitle, []);

    /// <summary>Reads a text in which places are known that name a masked concept.</summary>
    /// <param name="text">The text as collected.</param>
    /// <param name="isTitle">Whether it is the title.</param>
    /// <param name="mentions">The places, by start, and the bit of each.</param>
    public void Read(ReadOnlySpan<char> text, bool isTitle, IEnumerable<(int Start, int End, ulong Bit)> mentions)
    {
        if (_prose.Length < text.Length)
            _prose = new char[2 * text.Length];
        var prose = _prose.AsSpan(0, text.Length);
        ProseNormalizer.Normalize(text, prose);
        var first = Count;
        using (var normal = TextNormalizer.Normalize(prose))
            Scan(normal, prose);
        Mark(first, mentions);
        ReadPhrases(first);
        CutSentences(first, prose, isTitle);
    }

    private void Scan(NormalizedText normal, ReadOnlySpan<char> prose)
    {
        var text = normal.Text;
        var quoted = false;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                at = AddWord(normal, prose, at, quoted);
                continue;
            }
            if (c == '"')
                quoted = !quoted;
            else if (c == '\n' || c == ProseNormalizer.Break)
                quoted = false;
            if (c is ',' or ';' or ':' or '(' or ')' or '.' && Count > 0)
                _tokens[Math.Max(0, Count - 1)].Traits |= TokenTraits.Pause;
            at = AddSign(normal, at, c, quoted);
        }
    }

    private int AddWord(NormalizedText normal, ReadOnlySpan<char> prose, int at, bool quoted)
    {
        var text = normal.Text;
        var (start, digits) = (at, true);
        ref var token = ref Next();
        var hash = FeatureHash.Seed;
        char last = '\0', before = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))
                continue;
            if (!char.IsLetterOrDigit(c))
                break;
            digits &= char.IsAsciiDigit(c);
            if (c == last && c == before && !char.IsAsciiDigit(c))
                continue; // "sooooo"
            (before, last) = (last, c);
            Append(c);
            hash = FeatureHash.Add(hash, c);
        }
        Append(' ');
        token.Length = _letterCount - 1 - token.Letters;
        (token.Start, token.End) = (normal.OriginalStart(start), normal.OriginalEnd(at));
        (token.Word, token.Symbol) = (hash, digits ? _number : hash);
        if (digits)
            token.Traits |= TokenTraits.Masked;
        if (quoted)
            token.Traits |= TokenTraits.Quoted;
        if (at - start > 1 && !digits && !prose[token.Start..token.End].ContainsAnyInRange('a', 'z'))
            token.Traits |= TokenTraits.Upper;
        return at;
    }

    private int AddSign(NormalizedText normal, int at, char c, bool quoted)
    {
        var text = normal.Text;
        var end = at + 1;
        var isSarcasmMark = c == '/' && end < text.Length && text[end] == 's'
            && (at == 0 || char.IsWhiteSpace(text[at - 1])) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        if (isSarcasmMark)
            end++;
        else if (c is '?' or '!' or '.')
        {
            while (end < text.Length && text[end] is '?' or '!' or '.')
                end++;
            if (c == '.' && end - at < 2)
                return end;
        }
        else if (c is '$' or '£' or '€' or '%' or '"')
            end = at + 1;
        else if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end]))
            end++;
        else if (c < '\u2190' || c is '\u2029' or '\uFE0F')
            return end;
        ref var token = ref Next();
        var kept = isSarcasmMark || !char.IsAscii(c) ? text[at..end] : text[at..(at + 1)];
        foreach (var letter in kept)
            Append(letter);
        Append(' ');
        token.Length = kept.Length;
        token.Word = token.Symbol = FeatureHash.Of(kept);
        (token.Start, token.End) = (normal.OriginalStart(at), normal.OriginalEnd(end));
        token.Traits = TokenTraits.Sign | (quoted ? TokenTraits.Quoted : TokenTraits.None);
        return end;
    }

    private ref Token Next()
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * Count);
        ref var token = ref _tokens[Count++];
        token = default;
        if (_letterCount == 0)
            Append(' ');
        token.Letters = _letterCount;
        return ref token;
    }

    private void Append(char c)
    {
        if (_letterCount == _letters.Length)
            Array.Resize(ref _letters, 2 * _letterCount);
        _letters[_letterCount++] = c;
    }

    private void Mark(int first, IEnumerable<(int Start, int End, ulong Bit)> mentions)
    {
        foreach (var (start, end, bit) in mentions)
        {
            while (first < Count && _tokens[first].End <= start)
                first++;
            for (var i = first; i < Count && _tokens[i].Start < end; i++)
            {
                if (_tokens[i].End > start)
                    _tokens[i].Cues |= bit;
            }
        }
    }

    private void ReadPhrases(int first)
    {
        for (var i = first; i < Count; i++)
        {
            ref var token = ref _tokens[i];
            var (cues, longest) = Look(token);
            if (longest == 0 || !ReadPhrase(i, longest, ref i))
                token.Cues |= cues;
        }
        for (var i = first; i < Count; i++)
        {
            ref var token = ref _tokens[i];
            if ((token.Cues & _allMasks) == 0)
                continue;
            token.Symbol = masks[token.Cues & _allMasks & (~(token.Cues & _allMasks) + 1)];
            token.Traits |= TokenTraits.Masked;
        }
    }

    // The longest phrase gives its cues to its first word; words inside it keep theirs only where a mask hides them.
    private bool ReadPhrase(int first, int longest, ref int at)
    {
        var (joined, best, found) = (0UL, -1, 0UL);
        for (var i = first; i < Math.Min(Count, first + longest) && (i == first || !_tokens[i - 1].Is(TokenTraits.Pause)); i++)
        {
            joined = FeatureHash.Join(joined, _tokens[i].Word);
            if (i > first && lexicon.TryPhrase(joined, out var cues))
                (best, found) = (i, cues);
        }
        if (best < 0)
            return false;
        for (var i = first; i <= best; i++)
            _tokens[i].Cues |= (i == first ? found : 0) | ((found & _allMasks) != 0 ? found & _allMasks : Look(_tokens[i]).Cues & _allMasks);
        at = best;
        return true;
    }

    private (ulong Cues, int Longest) Look(in Token token)
    {
        ref var memo = ref _memo[FeatureHash.Bucket(token.Word, MemoBits)];
        if (memo.Word != token.Word)
            memo = (token.Word, lexicon.CuesOf(_letters.AsSpan(token.Letters, token.Length)), lexicon.LongestFrom(token.Word));
        return (memo.Cues, memo.Longest);
    }

    private void CutSentences(int first, ReadOnlySpan<char> prose, bool isTitle)
    {
        for (int start = 0, token = first; token < Count;)
        {
            var end = SentenceSplitter.FindEnd(prose, start);
            var from = token;
            var cues = 0UL;
            for (; token < Count && (_tokens[token].Start < end || end >= prose.Length); token++)
            {
                _tokens[token].Sentence = _sentences.Count;
                cues |= _tokens[token].Cues;
            }
            if (token > from)
                _sentences.Add(new TokenSentence(from, token, start, end, isTitle, IsQuestion(from, token), cues));
            start = Math.Max(end, start + 1);
        }
    }

    private bool IsQuestion(int from, int to)
    {
        for (var i = to - 1; i >= from && _tokens[i].Is(TokenTraits.Sign); i--)
        {
            if (_letters[_tokens[i].Letters] == '?')
                return true;
        }
        return false;
    }

    /// <summary>Sets traits of the tokens of what was read.</summary>
    public Span<Token> Editable => _tokens.AsSpan(0, Count);
}
