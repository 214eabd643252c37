namespace DiscourseLens.Scoring.Relevance;

/// <summary>A post with what its title and text name.</summary>
internal sealed class Finding
{
    private readonly List<Mention> _evidence;
    private readonly bool _crossesTitle;

    public Finding(PostInContext post, Mentions title, Mentions text)
    {
        Post = post;
        Named = title.Found | text.Found;
        _evidence = [.. title.All.Select(mention => mention with { InTitle = true }), .. text.All];
        IsInTitle = Has(title, Concepts.Substances) && Has(title, Concepts.Treating);
        _crossesTitle = (Has(title, Concepts.Substances) && Has(text, Concepts.Treating))
            || (Has(title, Concepts.Treating) && Has(text, Concepts.Substances));
    }

    public PostInContext Post { get; }

    /// <summary>Every concept named in title or text.</summary>
    public Concepts Named { get; }

    /// <summary>Whether the title alone names both halves.</summary>
    public bool IsInTitle { get; }

    /// <summary>The fewest units between a substance and a treating term; none between title and text, as a title
    /// heads its whole text. <see cref="int.MaxValue"/> where a half is absent.</summary>
    public int Distance()
    {
        if (_crossesTitle) return 0;
        var nearest = int.MaxValue;
        Mention? substance = null, treating = null;
        foreach (var mention in _evidence)
        {
            if (mention.Rule == Mention.Weak) continue;
            var isSubstance = IsSubstance(mention);
            if ((isSubstance ? treating : substance) is { } other && other.InTitle == mention.InTitle)
                nearest = Math.Min(nearest, Math.Max(0, mention.Start - other.End));
            if (isSubstance) substance = mention;
            else treating = mention;
        }
        return nearest;
    }

    /// <summary>How many different weak hints stand within reach of a substance.</summary>
    public int HintsNear(int reach)
    {
        var hints = new HashSet<string>(StringComparer.Ordinal);
        AddHints(_evidence, reach, hints);
        AddHints(_evidence.AsEnumerable().Reverse(), reach, hints);
        return hints.Count;
    }

    private static void AddHints(IEnumerable<Mention> inOneDirection, int reach, HashSet<string> hints)
    {
        Mention? substance = null;
        foreach (var mention in inOneDirection)
        {
            if (IsSubstance(mention)) substance = mention;
            else if (mention.Rule == Mention.Weak && substance is not null && IsNear(substance, mention, reach))
                hints.Add(mention.Term);
        }
    }

    /// <summary>The decision, with the post's own substances as targets, else those it inherits.</summary>
    public RelevanceDecision Decide(bool relevant, string rule, string path)
    {
        var own = Named & Concepts.Substances;
        var above = Post.Context.Parent & Concepts.Substances;
        if (above == 0) above = Post.Context.Root & Concepts.Substances;
        var targets = !relevant ? Concepts.None : own != 0 ? own : above;
        return new RelevanceDecision(
            relevant, RelevanceRules.ProbabilityOf(rule), rule, path, targets, _evidence, Named);
    }

    private static bool Has(Mentions mentions, Concepts any) => (mentions.Found & any) != 0;

    private static bool IsSubstance(Mention mention) => (mention.Concept & Concepts.Substances) != 0;

    private static bool IsNear(Mention a, Mention b, int reach) =>
        a.InTitle != b.InTitle || (a.Start - b.End <= reach && b.Start - a.End <= reach);
}
