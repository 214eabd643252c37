using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Every word that means something, and all that it means: one probe a token. Immutable once built.</summary>
internal sealed class WordTable
{
    /// <summary>The number of a word that is not in the table; its entry plays no part.</summary>
    public const ushort Unknown = 0;

    /// <summary>The longest token that can be a word, in bytes; the longest in the lexicon has 19.</summary>
    public const int LongestWord = 23;

    // Sixteen times the words: an unknown token nearly always ends at an empty slot, and the search can be predicted. 256 kB,
    // of which the words of a language touch little; with a quarter of it texts by people took a quarter longer.
    const int SlotBits = 17;

    readonly ushort[] _slots = new ushort[1 << SlotBits];
    readonly Vector128<byte>[] _keys;
    readonly Dictionary<string, ushort> _long = new(StringComparer.Ordinal);
    readonly WordEntry[] _entries;
    readonly byte[] _tells;

    public WordTable(IReadOnlyDictionary<string, double> lexicon)
    {
        var words = lexicon.Keys.Where(CanBeMatched)
            .Concat(VaderWords.Boosters).Concat(VaderWords.Dampeners).Concat(VaderWords.Negations)
            .Concat(SpecialWords.Keys)
            .Distinct(StringComparer.Ordinal).ToArray();
        _keys = new Vector128<byte>[words.Length + 1];
        _entries = new WordEntry[words.Length + 1];
        _tells = new byte[words.Length + 1];
        for (var i = 0; i < words.Length; i++)
            Add((ushort)(i + 1), words[i], EntryOf(words[i], lexicon));
    }

    /// <summary>Entries by word number; the first is that of an unknown word.</summary>
    public ReadOnlySpan<WordEntry> Entries => _entries;

    /// <summary>The number of the word that a token is, or <see cref="Unknown"/>.</summary>
    /// <param name="readable">The token and whatever follows it, at least <see cref="WordKey.ReadableBytes"/> bytes.</param>
    /// <param name="length">The token's length, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Find(ReadOnlySpan<byte> readable, int length) =>
        length <= WordKey.MaxLength ? Find(WordKey.Pack(readable, length)) : FindLong(readable[..length]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ushort Find(Vector128<byte> key)
    {
        unchecked
        {
            var slots = _slots;
            var keys = _keys;
            for (var slot = SlotOf(key); ; slot++)
            {
                var word = slots[slot & (slots.Length - 1)];
                // An empty slot and the word's own end the search alike: nearly always the first look does, which can be predicted.
                if (word == Unknown | keys[word] == key)
                    return word;
            }
        }
    }

    ushort FindLong(ReadOnlySpan<byte> token)
    {
        Span<char> lower = stackalloc char[LongestWord];
        return token.Length <= LongestWord && Ascii.ToLower(token, lower, out var length) == OperationStatus.Done
            && _long.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..length], out var word) ? word : Unknown;
    }

    /// <summary>1 for a word that carries valence, and for "but"; 0 for one that at most changes others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Tells(ushort word) => _tells[word];

    static readonly Dictionary<string, SpecialWord> SpecialWords =
        Enum.GetValues<SpecialWord>().Where(word => word is not SpecialWord.None and not SpecialWord.Count)
            .ToDictionary(word => word.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>
    /// Tokens are looked up in lower case, so a key with a capital (":D") or a space can never be met.
    /// </summary>
    internal static bool CanBeMatched(string key) =>
        Ascii.IsValid(key) && !key.Contains(' ') && !key.Any(char.IsAsciiLetterUpper);

    static WordEntry EntryOf(string word, IReadOnlyDictionary<string, double> lexicon)
    {
        var boost = VaderWords.Boosters.Contains(word) ? VaderWords.Boost
            : VaderWords.Dampeners.Contains(word) ? -VaderWords.Boost : 0;
        var negates = VaderWords.Negations.Contains(word) || word.Contains("n't", StringComparison.Ordinal);
        var roles = (lexicon.ContainsKey(word) ? WordRoles.Lexicon : WordRoles.None)
            | (boost != 0 ? WordRoles.Booster : WordRoles.None)
            | (negates ? WordRoles.Negation : WordRoles.None);
        return new WordEntry(lexicon.GetValueOrDefault(word), boost, roles, SpecialWords.GetValueOrDefault(word));
    }

    void Add(ushort number, string word, WordEntry entry)
    {
        _entries[number] = entry;
        _tells[number] = entry.CarriesValence || entry.Special == SpecialWord.But ? (byte)1 : (byte)0;
        if (word.Length > WordKey.MaxLength)
        {
            _long.Add(word, number);
            return;
        }
        var key = WordKey.Pack(Encoding.ASCII.GetBytes(word.PadRight(WordKey.ReadableBytes)), word.Length);
        _keys[number] = key;
        var slot = SlotOf(key);
        while (_slots[slot] != Unknown)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = number;
    }

    static int SlotOf(Vector128<byte> key) => unchecked((int)(WordKey.Hash(key) >> (64 - SlotBits)));
}
