namespace DiscourseLens.Series.Facets;

/// <summary>By what a part of the posts is told apart; together, the kinds of which series are kept.</summary>
[Flags]
public enum FacetKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The conditions that a post's title or text names. A post may name several.</summary>
    Condition = 1,

    /// <summary>The language that a post was found to be in; each post is in one, or undecided.</summary>
    Language = 2,

    /// <summary>The fixed age at which a look found a post there.</summary>
    Age = 4,

    /// <summary>Every kind.</summary>
    All = Condition | Language | Age,
}
