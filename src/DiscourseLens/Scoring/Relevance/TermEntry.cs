namespace DiscourseLens.Scoring.Relevance;

/// <summary>How a term of the lexicon is admitted.</summary>
internal enum TermGuard
{
    /// <summary>Means only this, unless a blocker is near.</summary>
    Always,

    /// <summary>Admitted by community class, by a cue near it, or where the concept is already named.</summary>
    Guarded,

    /// <summary>As <see cref="Guarded"/>, and written in capitals.</summary>
    Upper,

    /// <summary>Names a concept plainly, and yet is as often a side issue: weighs less than <see cref="Always"/>.</summary>
    Mild,

    /// <summary>A hint of therapy that proves nothing alone.</summary>
    Weak,

    /// <summary>A phrase that is not the concept: what it covers is read no further.</summary>
    Block,

    /// <summary>Advertising: an offer of goods.</summary>
    Offer,

    /// <summary>Advertising: a way to order.</summary>
    Channel,

    /// <summary>Recreation or another drug: speaks against therapy.</summary>
    Counter,
}

/// <summary>One reviewed line of a term file.</summary>
internal sealed record TermEntry(
    string Term, Concepts Concept, TermGuard Guard, IReadOnlyList<CommunityClass> Classes, CueSet Cues, CueSet Blockers)
{
    /// <summary>Terms compete for words only within a group: substances, treating, advertising, recreation.</summary>
    public int Group => Guard switch
    {
        TermGuard.Offer or TermGuard.Channel => 2,
        TermGuard.Counter => 3,
        _ => (Concept & Concepts.Treating) != 0 ? 1 : 0,
    };
}
