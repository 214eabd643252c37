using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Splits a text into tokens and counts what the rules ask of the whole text. Reuses its memory.</summary>
/// <remarks>
/// First every 64 bytes become bit masks by class; then tokens are read off the masks: their ends are where the mask of
/// spaces changes, the punctuation around them is a count of leading and trailing bits.
/// </remarks>
internal sealed class TokenScanner(VaderModel model, bool vectors)
{
    const int BlockSize = BlockMasks.BlockSize;

    // Stripping punctuation must leave a word: what would be two characters or fewer (":D", "a.") stays as it is.
    const int ShortestWord = 3;

    readonly MaskPlanes _masks = new();
    int[] _edges = new int[2048];
    Token[] _tokens = new Token[1024];
    int[] _telling = new int[1024];
    int _tellingCount;
    bool _isAscii;

    /// <summary>Tokens of the text scanned last, in its order.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>The places among them of words that <see cref="WordTable.Tells"/>.</summary>
    public ReadOnlySpan<int> Telling => _telling.AsSpan(0, _tellingCount);

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Number of tokens in capitals.</summary>
    public int UpperCount { get; private set; }

    /// <summary>Number of "!" in the text.</summary>
    public int Exclamations { get; private set; }

    /// <summary>Number of "?" in the text.</summary>
    public int Questions { get; private set; }

    /// <summary>Scans an expanded text, which must be padded.</summary>
    public void Scan(TextBuffer text)
    {
        Exclamations = Questions = 0;
        var blocks = (text.Length / BlockSize) + 1;
        EnsureRoom(text.Length, blocks);
        var padded = text.Padded;
        Classify(padded, blocks);
        FindEdges(blocks);
        ReadTokens(padded);
        FindWords(padded);
    }

    void EnsureRoom(int length, int blocks)
    {
        _masks.EnsureRoom(blocks);
        if (_tokens.Length > length / 2)
            return;
        _tokens = new Token[length + 1];
        _telling = new int[_tokens.Length];
        _edges = new int[2 * _tokens.Length];
    }

    void Classify(ReadOnlySpan<byte> padded, int blocks)
    {
        ulong nonAscii = 0;
        for (var block = 0; block < blocks; block++)
        {
            var masks = ByteClassifier.Classify(padded.Slice(block * BlockSize, BlockSize), vectors);
            _masks.Set(block, masks);
            nonAscii |= masks.NonAscii;
            Exclamations += BitOperations.PopCount(masks.Exclamations);
            Questions += BitOperations.PopCount(masks.Questions);
        }
        _isAscii = nonAscii == 0;
    }

    /// <summary>Finds where white space ends and begins: by turns the start of a token and the place behind its end.</summary>
    void FindEdges(int blocks)
    {
        unchecked
        {
            var edges = _edges.AsSpan();
            var count = 0;
            ulong spaceBefore = 1;
            for (var block = 0; block < blocks; block++)
            {
                var space = _masks.Space(block);
                for (var bits = space ^ ((space << 1) | spaceBefore); bits != 0; bits &= bits - 1)
                    edges[count++] = (block * BlockSize) + BitOperations.TrailingZeroCount(bits);
                spaceBefore = space >> (BlockSize - 1);
            }
            Count = count / 2;
        }
    }

    /// <summary>Strips the tokens: those in ASCII whose masks fit into one number each by those alone.</summary>
    void ReadTokens(ReadOnlySpan<byte> padded)
    {
        unchecked
        {
            var windows = _masks.Open();
            var tokens = _tokens.AsSpan(0, Count);
            var edges = _edges.AsSpan(0, 2 * Count);
            var upperCount = 0;
            for (var i = 0; i < tokens.Length; i++)
            {
                ref var token = ref tokens[i];
                token.Start = edges[0];
                token.Length = edges[1] - edges[0];
                edges = edges[2..];
                var inToken = ulong.MaxValue >> -token.Length;
                if (token.Length > MaskPlanes.LongestWindow || (!_isAscii && (windows.NonAscii(token.Start) & inToken) != 0))
                {
                    ReadBySign(padded, ref token);
                }
                else
                {
                    // The signs stripped off have no case, so the whole token tells.
                    token.IsUpper = (windows.Upper(token.Start) & inToken) != 0 & (windows.Lower(token.Start) & inToken) == 0;
                    Strip(ref token, windows.Punctuation(token.Start) & inToken, inToken);
                }
                upperCount += token.IsUpper ? 1 : 0;
            }
            UpperCount = upperCount;
        }
    }

    // Whether a token is so short that it stays as it is cannot be foretold, so it is arithmetic, not a branch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Strip(ref Token token, ulong signs, ulong inToken)
    {
        unchecked
        {
            var kept = signs ^ inToken;
            var (first, end) = (BitOperations.TrailingZeroCount(kept), BlockSize - BitOperations.LeadingZeroCount(kept));
            var allOnesForAWord = (ShortestWord - 1 - (end - first)) >> 31;
            first &= allOnesForAWord;
            var length = token.Length + ((end - first - token.Length) & allOnesForAWord);
            token.Start += first;
            token.Length = length;
            token.MayHoldSigns = (signs >> first) << -length != 0;
        }
    }

    /// <summary>Reads a token sign by sign.</summary>
    void ReadBySign(ReadOnlySpan<byte> padded, ref Token token)
    {
        var whole = padded.Slice(token.Start, token.Length);
        var stripped = whole.Trim(PunctuationSigns);
        token.IsUpper = model.Characters.IsUpper(whole);
        token.MayHoldSigns = true;
        if (!IsWord(stripped))
            return;
        token.Start += whole.Length - whole.TrimStart(PunctuationSigns).Length;
        token.Length = stripped.Length;
    }

    void FindWords(ReadOnlySpan<byte> padded)
    {
        unchecked
        {
            var words = model.Words;
            var telling = _telling.AsSpan();
            var tellingCount = 0;
            var tokens = _tokens.AsSpan(0, Count);
            for (var i = 0; i < tokens.Length; i++)
            {
                ref var token = ref tokens[i];
                token.Word = words.Find(padded[token.Start..], token.Length);
                telling[tellingCount] = i;
                tellingCount += words.Tells(token.Word);
            }
            _tellingCount = tellingCount;
        }
    }

    static ReadOnlySpan<byte> PunctuationSigns => "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"u8;

    /// <summary>Whether there are as many characters as a word needs; ill-formed bytes count as U+FFFD does.</summary>
    static bool IsWord(ReadOnlySpan<byte> utf8)
    {
        for (var characters = 0; characters < ShortestWord; characters++)
        {
            if (utf8.IsEmpty)
                return false;
            Rune.DecodeFromUtf8(utf8, out _, out var length);
            utf8 = utf8[length..];
        }
        return true;
    }
}
