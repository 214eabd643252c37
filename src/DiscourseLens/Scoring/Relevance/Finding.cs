namespace DiscourseLens.Scoring.Relevance;

/// <summary>A post with what its title and text name, and how close together.</summary>
internal sealed class Finding
{
    private readonly List<Mention> _evidence;
    private readonly bool _substanceInTitle;
    private readonly bool _substanceInText;

    public Finding(PostInContext post, Mentions title, Mentions text)
    {
        Post = post;
        Named = title.Found | text.Found;
        Recreation = title.Recreation + text.Recreation;
        _evidence = [.. title.All.Select(mention => mention with { InTitle = true }), .. text.All];
        _substanceInTitle = (title.Found & Concepts.Substances) != 0;
        _substanceInText = (text.Found & Concepts.Substances) != 0;
        IsInTitle = _substanceInTitle && (title.Found & Concepts.Treating) != 0;
    }

    public PostInContext Post { get; }

    /// <summary>Every concept named in title or text.</summary>
    public Concepts Named { get; }

    /// <summary>How many words of recreation and of other drugs it holds.</summary>
    public int Recreation { get; }

    /// <summary>Every mention, mild and weak ones among them, title first.</summary>
    public IReadOnlyList<Mention> Evidence => _evidence;

    /// <summary>Whether the title alone names both halves.</summary>
    public bool IsInTitle { get; }

    public bool Names(Concepts any) => (Named & any) != 0;

    /// <summary>How many different treating terms stand within reach of a substance: plain, mild or weak ones.</summary>
    /// <remarks>A title heads its whole text, so between the two every distance is within reach.</remarks>
    public int TreatingNear(int reach, Strength strength)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        Sweep(_evidence, reach, strength, terms);
        Sweep(_evidence.AsEnumerable().Reverse(), reach, strength, terms);
        return terms.Count;
    }

    /// <summary>The decision, with the post's own substances as targets, else those it inherits.</summary>
    public RelevanceDecision Decide(double probability, string rule, string path)
    {
        var own = Named & Concepts.Substances;
        var above = Post.Context.Parent & Concepts.Substances;
        if (above == 0) above = Post.Context.Root & Concepts.Substances;
        var isRelevant = probability >= Bands.Operating;
        var targets = !isRelevant ? Concepts.None : own != 0 ? own : above;
        return new RelevanceDecision(isRelevant, probability, rule, path, targets, _evidence, Named);
    }

    private void Sweep(IEnumerable<Mention> inOneDirection, int reach, Strength strength, HashSet<string> terms)
    {
        Mention? substance = null;
        foreach (var mention in inOneDirection)
        {
            if ((mention.Concept & Concepts.Substances) != 0) substance = mention;
            else if (StrengthOf(mention) == strength && IsNear(mention, substance, reach)) terms.Add(mention.Term);
        }
    }

    private bool IsNear(Mention mention, Mention? substance, int reach) =>
        (mention.InTitle ? _substanceInText : _substanceInTitle)
        || (substance is not null && substance.InTitle == mention.InTitle
            && mention.Start - substance.End <= reach && substance.Start - mention.End <= reach);

    public static Strength StrengthOf(Mention mention) => mention.Rule switch
    {
        Mention.Mild => Strength.Mild,
        Mention.Weak => Strength.Weak,
        _ => Strength.Plain,
    };

    /// <summary>How much a treating term says.</summary>
    internal enum Strength
    {
        /// <summary>A mere hint.</summary>
        Weak,

        /// <summary>As often a side issue.</summary>
        Mild,

        /// <summary>Names condition or treatment.</summary>
        Plain,
    }
}
