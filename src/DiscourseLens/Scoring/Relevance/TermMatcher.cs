namespace DiscourseLens.Scoring.Relevance;

/// <summary>Finds the longest term of each group at each word. Linear: a walk is never longer than the longest term.</summary>
internal sealed class TermMatcher(TermTrie trie)
{
    private const int Groups = 4;

    // Shorter names would be found in licence plates and part numbers.
    private const int ShortestDisguised = 5;

    public void Match(ReadOnlySpan<char> text, List<Word> words, List<TermCandidate> found)
    {
        Span<int> free = stackalloc int[Groups];
        free.Clear();
        var hits = new Hit[Groups];
        for (var i = 0; i < words.Count; i++)
        {
            if (!Walk(text, words, i, hits) && !(words[i].Mixed && Undisguise(text, words[i], i, hits))) continue;
            for (var group = 0; group < Groups; group++)
            {
                if (hits[group].Entries is null || i < free[group]) continue;
                free[group] = hits[group].To + 1;
                foreach (var entry in hits[group].Entries!)
                    if (entry.Group == group) found.Add(new TermCandidate(entry, i, hits[group].To));
            }
            Array.Clear(hits);
        }
    }

    private bool Walk(ReadOnlySpan<char> text, List<Word> words, int first, Hit[] hits)
    {
        var state = TermTrie.Root;
        var any = false;
        for (var i = first; ; i++)
        {
            var word = words[i];
            for (var at = word.Start; at < word.End; at++)
            {
                state = trie.Step(state, text[at]);
                if (state == TermTrie.Dead) return any;
                any |= Note(trie.BeginningAt(state), i, hits);
                if (IsPlural(text[(at + 1)..word.End])) any |= Note(trie.EndingAt(state), i, hits);
            }
            any |= Note(trie.EndingAt(state), i, hits);
            if (!word.Joined || (state = trie.Step(state, ' ')) == TermTrie.Dead) return any;
        }
    }

    private static bool IsPlural(ReadOnlySpan<char> rest) => rest is "s" or "es";

    private static bool Note(TermEntry[] entries, int to, Hit[] hits)
    {
        foreach (var entry in entries) hits[entry.Group] = new Hit(entries, to);
        return entries.Length > 0;
    }

    private bool Undisguise(ReadOnlySpan<char> text, Word word, int index, Hit[] hits)
    {
        var disguised = text[word.Start..word.End];
        return Undisguise(disguised, 'i', index, hits) || (disguised.Contains('1') && Undisguise(disguised, 'l', index, hits));
    }

    private bool Undisguise(ReadOnlySpan<char> disguised, char one, int index, Hit[] hits)
    {
        if (disguised.Length < ShortestDisguised) return false;
        var state = TermTrie.Root;
        foreach (var c in disguised)
            if ((state = trie.Step(state, Plain(c, one))) == TermTrie.Dead) return false;
        var names = trie.EndingAt(state);
        if (!Array.Exists(names, IsSubstance)) return false;
        hits[0] = new Hit(names, index);
        return true;
    }

    private static bool IsSubstance(TermEntry entry) => entry.Group == 0 && entry.Guard != TermGuard.Block;

    private static char Plain(char c, char one) => c switch
    {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    };

    private readonly record struct Hit(TermEntry[]? Entries, int To);
}
