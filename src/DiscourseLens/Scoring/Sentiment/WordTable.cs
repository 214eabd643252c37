using System.Runtime.CompilerServices;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Every word that means something, and all that it means: one probe a token. Immutable once built.</summary>
internal sealed class WordTable
{
    /// <summary>The number of a word that is not in the table; its entry plays no part.</summary>
    public const ushort Unknown = 0;

    // Four times the words: an unknown token mostly ends at an empty slot and no key is compared. 64 kB.
    const int SlotBits = 15;

    readonly ushort[] _slots = new ushort[1 << SlotBits];
    readonly WordKey[] _keys;
    readonly WordEntry[] _entries;

    public WordTable(IReadOnlyDictionary<string, double> lexicon)
    {
        var words = lexicon.Keys.Where(CanBeMatched)
            .Concat(VaderWords.Boosters).Concat(VaderWords.Dampeners).Concat(VaderWords.Negations)
            .Concat(SpecialWords.Keys)
            .Distinct(StringComparer.Ordinal).ToArray();
        _keys = new WordKey[words.Length + 1];
        _entries = new WordEntry[words.Length + 1];
        for (var i = 0; i < words.Length; i++)
            Add((ushort)(i + 1), words[i], EntryOf(words[i], lexicon));
    }

    /// <summary>Entries by word number; the first is that of an unknown word.</summary>
    public ReadOnlySpan<WordEntry> Entries => _entries;

    /// <summary>The number of the word with this key, or <see cref="Unknown"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Find(in WordKey key)
    {
        var slots = _slots;
        var keys = _keys;
        var slot = SlotOf(key);
        ushort word;
        while ((word = slots[slot]) != Unknown && keys[word] != key)
            slot = (slot + 1) & (slots.Length - 1);
        return word;
    }

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
        var key = WordKey.Pack(word);
        (_keys[number], _entries[number]) = (key, entry);
        var slot = SlotOf(key);
        while (_slots[slot] != Unknown)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = number;
    }

    static int SlotOf(in WordKey key) => (int)(key.Hash >> (64 - SlotBits));
}
