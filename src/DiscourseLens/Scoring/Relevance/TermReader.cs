namespace DiscourseLens.Scoring.Relevance;

/// <summary>Finds the terms of a lexicon in texts. Immutable, so any number of threads may share one.</summary>
/// <remarks>Linear in the text's length; sound on lone surrogates, megabytes without a space, and disguised spellings.</remarks>
public sealed class TermReader(TermLexicon lexicon)
{
    private readonly TermMatcher _matcher = new(lexicon.Trie);

    /// <summary>The lexicon read with.</summary>
    public TermLexicon Lexicon => lexicon;

    /// <summary>What a text names.</summary>
    /// <param name="text">The text as collected; may be empty.</param>
    /// <param name="community">The class of the community it was posted in.</param>
    /// <param name="context">Concepts already named in title, parent or root, whose slang is thereby admitted.</param>
    /// <returns>The concepts, and every mention with its offsets in <paramref name="text"/>.</returns>
    public Mentions Read(string text, CommunityClass community, Concepts context = Concepts.None)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var normal = TextNormalizer.Normalize(text);
        var words = new List<Word>(text.Length / 5 + 1);
        WordScanner.Scan(normal.Text, words);
        var candidates = new List<TermCandidate>();
        _matcher.Match(normal.Text, words, candidates);
        if (candidates.Count == 0) return Mentions.None;
        var rules = new TermAdmission(text, normal, words, (community, context)).Decide(candidates);
        return Collect(normal, words, candidates, rules);
    }

    private static Mentions Collect(
        NormalizedText normal, List<Word> words, List<TermCandidate> candidates, string?[] rules)
    {
        var all = new List<Mention>();
        var found = Concepts.None;
        var recreation = new HashSet<TermEntry>(ReferenceEqualityComparer.Instance);
        bool offer = false, channel = false;
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i] is not { } rule) continue;
            var entry = candidates[i].Entry;
            offer |= entry.Guard == TermGuard.Offer;
            channel |= entry.Guard == TermGuard.Channel;
            if (entry.Guard == TermGuard.Counter) recreation.Add(entry);
            if (entry.Concept == Concepts.None) continue;
            if (rule is not (Mention.Mild or Mention.Weak)) found |= entry.Concept;
            var start = normal.OriginalStart(words[candidates[i].From].Start);
            var end = normal.OriginalEnd(words[candidates[i].To].End);
            all.Add(new Mention(entry.Concept, start, end - start, entry.Term, rule));
        }
        return new Mentions(found, all, recreation.Count, offer && channel);
    }
}
