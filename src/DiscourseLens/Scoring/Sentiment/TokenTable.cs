using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Everything a token can mean, in one row found by one probe: its valence, its booster increment, whether it negates, and
/// which of the rules' words it is. Row 0 means nothing.
/// </summary>
internal sealed class TokenTable
{
    /// <summary>Longest key the short table holds: two machine words.</summary>
    public const int ShortKey = 16;

    private const int Slots = 1 << 15;
    private readonly ushort[] _slots = new ushort[Slots];
    private readonly (ulong Low, ulong High)[] _keys;
    private readonly Dictionary<string, ushort> _longIds = new(StringComparer.Ordinal);
    private readonly int _longestKey;

    public TokenTable(IReadOnlyDictionary<string, double> lexicon)
    {
        var boosters = VaderWords.Boosters.ToDictionary(pair => pair.Word, pair => pair.Increment);
        var negations = VaderWords.Negations.ToHashSet();
        // Tokens are compared in lower case, so entries such as ":D" can never match; nor can those with a space.
        var tokens = lexicon.Keys.Where(key => Ascii.IsValid(key) && !key.Any(char.IsAsciiLetterUpper) && !key.Contains(' ', StringComparison.Ordinal))
            .Concat(boosters.Keys).Concat(negations).Concat(Enum.GetNames<Word>().Skip(1).Select(name => name.ToLowerInvariant()))
            .Distinct().ToList();
        var rows = tokens.Count + 1;
        (Valence, Increment, IsInLexicon, IsBooster, IsNegation) =
            (new double[rows], new double[rows], new bool[rows], new bool[rows], new bool[rows]);
        (Words, _keys) = (new Word[rows], new (ulong, ulong)[rows]);
        _longestKey = tokens.Max(token => token.Length);
        foreach (var (index, token) in tokens.Index())
        {
            var row = (ushort)(index + 1);
            IsInLexicon[row] = lexicon.TryGetValue(token, out Valence[row]);
            IsBooster[row] = boosters.TryGetValue(token, out Increment[row]);
            IsNegation[row] = negations.Contains(token) || token.Contains("n't", StringComparison.Ordinal);
            Words[row] = Enum.TryParse<Word>(token, ignoreCase: true, out var word) && char.IsAsciiLetter(token[0]) ? word : Word.None;
            Insert(token, row);
        }
    }

    public double[] Valence { get; }
    public double[] Increment { get; }
    public bool[] IsInLexicon { get; }
    public bool[] IsBooster { get; }
    public bool[] IsNegation { get; }
    public Word[] Words { get; }

    /// <summary>The row of a token of any case; 0 when it has none.</summary>
    public ushort Find(ReadOnlySpan<byte> token)
    {
        if (token.Length > ShortKey)
            return token.Length <= _longestKey ? FindLong(token) : (ushort)0;
        var key = KeyOf(token);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (Slots - 1))
        {
            var row = _slots[slot];
            if (row == 0 || _keys[row] == key)
                return row;
        }
    }

    private ushort FindLong(ReadOnlySpan<byte> token)
    {
        Span<char> lower = stackalloc char[token.Length];
        for (var i = 0; i < token.Length; i++)
            lower[i] = (char)ToLower(token[i]);
        return _longIds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var row) ? row : (ushort)0;
    }

    private void Insert(string token, ushort row)
    {
        if (token.Length > ShortKey)
        {
            _longIds.Add(token, row);
            return;
        }

        _keys[row] = KeyOf(Encoding.ASCII.GetBytes(token));
        var slot = SlotOf(_keys[row]);
        while (_slots[slot] != 0)
            slot = (slot + 1) & (Slots - 1);
        _slots[slot] = row;
    }

    private static (ulong Low, ulong High) KeyOf(ReadOnlySpan<byte> token)
    {
        Span<byte> padded = stackalloc byte[ShortKey];
        padded.Clear();
        token.CopyTo(padded);
        var words = MemoryMarshal.Cast<byte, ulong>(padded);
        return (LowerEach(words[0]), LowerEach(words[1]));
    }

    /// <summary>Lower-cases the ASCII capitals among eight bytes at once.</summary>
    private static ulong LowerEach(ulong bytes)
    {
        const ulong High = 0x8080808080808080;
        var ascii = bytes & ~High;
        var fromA = ascii + 0x3F3F3F3F3F3F3F3F; // bit 7 set where the byte is at least 'A'
        var pastZ = ascii + 0x2525252525252525; // bit 7 set where it is beyond 'Z'
        var capitals = fromA & ~pastZ & ~bytes & High;
        return bytes | (capitals >> 2);
    }

    private static int SlotOf((ulong Low, ulong High) key)
    {
        var hash = BitOperations.Crc32C(BitOperations.Crc32C(0, key.Low), key.High);
        return (int)((hash ^ (hash >> 17)) & (Slots - 1));
    }

    private static int ToLower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20 : letter;
}
