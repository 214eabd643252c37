namespace DiscourseLens.Scoring.Relevance;

/// <summary>Decides which candidates mean what they seem to: blockers, class, cues near, the concept already named.</summary>
internal sealed class TermAdmission(
    string original, NormalizedText text, List<Word> words, (CommunityClass Community, Concepts Named) context)
{
    // Wider windows reach into the next topic, narrower ones miss "took two of them with my friends, rolling".
    private const int Window = 8;

    /// <summary>The rule that admits each candidate, null where none does; plain names first, as they admit others.</summary>
    public string?[] Decide(List<TermCandidate> candidates)
    {
        var rules = new string?[candidates.Count];
        var named = Concepts.None;
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = Rule(candidates[i]);
            if (rules[i] is not (null or Mention.Mild or Mention.Weak)) named |= candidates[i].Entry.Concept;
        }
        for (var i = 0; i < rules.Length; i++)
            if (rules[i] is null && MayFollow(candidates[i], named)) rules[i] = "text";
        return rules;
    }

    private string? Rule(TermCandidate candidate)
    {
        var entry = candidate.Entry;
        if (entry.Guard == TermGuard.Block || IsNear(entry.Blockers, candidate)) return null;
        if (entry.Guard == TermGuard.Weak) return Mention.Weak;
        if (entry.Guard == TermGuard.Mild) return Mention.Mild;
        if (entry.Guard is TermGuard.Always or TermGuard.Offer or TermGuard.Channel or TermGuard.Counter) return "name";
        if (entry.Guard == TermGuard.Upper && !IsUpper(candidate)) return null;
        if (entry.Classes.Contains(context.Community)) return "community";
        if ((entry.Concept & context.Named & Concepts.Substances) != 0) return "context";
        return IsNear(entry.Cues, candidate) ? "cue" : null;
    }

    private bool MayFollow(TermCandidate candidate, Concepts named) =>
        candidate.Entry.Guard is TermGuard.Guarded or TermGuard.Upper
        && (candidate.Entry.Concept & named & Concepts.Substances) != 0
        && (candidate.Entry.Guard != TermGuard.Upper || IsUpper(candidate))
        && !IsNear(candidate.Entry.Blockers, candidate);

    private bool IsNear(CueSet cues, TermCandidate candidate)
    {
        if (cues.IsEmpty) return false;
        var from = Math.Max(0, candidate.From - Window);
        var until = Math.Min(words.Count, candidate.To + Window + 1);
        for (var i = from; i < until; i++)
        {
            if (i >= candidate.From && i <= candidate.To) continue;
            var next = i + 1 < words.Count ? Of(words[i + 1]) : default;
            if (cues.Matches(Of(words[i]), next)) return true;
        }
        return false;
    }

    private bool IsUpper(TermCandidate candidate)
    {
        var from = text.OriginalStart(words[candidate.From].Start);
        var until = text.OriginalEnd(words[candidate.To].End);
        return !original.AsSpan(from..until).ContainsAnyInRange('a', 'z');
    }

    private ReadOnlySpan<char> Of(Word word) => text.Text[word.Start..word.End];
}
