using System.Numerics;
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

    BlockMasks[] _masks = new BlockMasks[64];
    Token[] _tokens = new Token[1024];

    /// <summary>Tokens of the text scanned last, in its order.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

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
        Count = UpperCount = Exclamations = Questions = 0;
        var blocks = (text.Length / BlockSize) + 1;
        EnsureRoom(text.Length, blocks);
        var padded = text.Padded;
        Classify(padded, blocks);
        ReadTokens(padded, blocks);
    }

    void EnsureRoom(int length, int blocks)
    {
        if (_masks.Length <= blocks)
            _masks = new BlockMasks[2 * blocks];
        if (_tokens.Length <= length / 2)
            _tokens = new Token[length + 1];
    }

    void Classify(ReadOnlySpan<byte> padded, int blocks)
    {
        for (var block = 0; block < blocks; block++)
        {
            ref var masks = ref _masks[block];
            masks = ByteClassifier.Classify(padded.Slice(block * BlockSize, BlockSize), vectors);
            Exclamations += BitOperations.PopCount(masks.Exclamations);
            Questions += BitOperations.PopCount(masks.Questions);
        }
    }

    void ReadTokens(ReadOnlySpan<byte> padded, int blocks)
    {
        var start = 0;
        ulong spaceBefore = 1;
        for (var block = 0; block < blocks; block++)
        {
            var space = _masks[block].Space;
            var edges = space ^ ((space << 1) | spaceBefore);
            spaceBefore = space >> (BlockSize - 1);
            for (; edges != 0; edges &= edges - 1)
            {
                var bit = BitOperations.TrailingZeroCount(edges);
                var position = (block * BlockSize) + bit;
                if (((space >> bit) & 1) == 0)
                    start = position;
                else if (position - start <= BlockSize)
                    AddToken(padded, start, position - start);
                else
                    AddLongToken(padded, start, position - start);
            }
        }
    }

    /// <summary>Adds a token of at most 64 bytes, whose masks fit into one number each.</summary>
    void AddToken(ReadOnlySpan<byte> padded, int start, int length)
    {
        var window = new MaskWindow(_masks, start, length);
        var isAscii = window.NonAscii == 0;
        var (first, end) = (0, length);
        if (window.Kept != 0)
        {
            var (keptFirst, keptEnd) =
                (BitOperations.TrailingZeroCount(window.Kept), BlockSize - BitOperations.LeadingZeroCount(window.Kept));
            if (isAscii ? keptEnd - keptFirst >= ShortestWord : IsWord(padded[(start + keptFirst)..(start + keptEnd)]))
                (first, end) = (keptFirst, keptEnd);
        }
        // The signs stripped off have no case, so the whole token tells.
        var isUpper = isAscii
            ? window.Upper != 0 && window.Lower == 0
            : model.Characters.IsUpper(padded.Slice(start, length));
        Add(padded, start + first, end - first, isUpper);
    }

    /// <summary>Adds a token longer than 64 bytes, sign by sign.</summary>
    void AddLongToken(ReadOnlySpan<byte> padded, int start, int length)
    {
        var whole = padded.Slice(start, length);
        var first = length - whole.TrimStart(PunctuationSigns).Length;
        var stripped = whole.Trim(PunctuationSigns);
        var isUpper = model.Characters.IsUpper(whole);
        if (IsWord(stripped))
            Add(padded, start + first, stripped.Length, isUpper);
        else
            Add(padded, start, length, isUpper);
    }

    void Add(ReadOnlySpan<byte> padded, int start, int length, bool isUpper)
    {
        var word = length <= WordKey.MaxLength
            ? model.Words.Find(WordKey.Pack(padded[start..], length))
            : WordTable.Unknown;
        _tokens[Count++] = new Token(start, length, word, isUpper);
        UpperCount += isUpper ? 1 : 0;
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
