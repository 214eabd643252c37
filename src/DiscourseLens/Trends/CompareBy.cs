namespace DiscourseLens.Trends;

/// <summary>What several series of one answer differ in.</summary>
public enum CompareBy
{
    /// <summary>The target. A post may name several, so these series do not add up to the target <c>all</c>.</summary>
    Target,

    /// <summary>The community.</summary>
    Community,

    /// <summary>The class of community.</summary>
    Class,

    /// <summary>The source.</summary>
    Source,

    /// <summary>The condition named. A post may name several or none, so these series do not add up.</summary>
    Condition,

    /// <summary>The language. Every post is in one, or undecided.</summary>
    Language,
}
