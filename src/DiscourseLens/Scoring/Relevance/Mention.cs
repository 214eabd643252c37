namespace DiscourseLens.Scoring.Relevance;

/// <summary>One place where a text names a concept.</summary>
/// <param name="Concept">Exactly one concept.</param>
/// <param name="Start">First UTF-16 offset in the original text, from 0.</param>
/// <param name="Length">UTF-16 units in the original text, at least 1.</param>
/// <param name="Term">The term of the lexicon that matched, which may be spelt otherwise than the text.</param>
/// <param name="Rule">Why the term was admitted: <c>name</c> (means only this), <c>community</c> (its class admits it),
/// <c>cue</c> (a telling word near it), <c>text</c> (the same text names the concept plainly), <c>context</c> (title or
/// parent does), <c>mild</c> (named plainly, yet often a side issue), or <c>weak</c> (a hint of therapy that proves
/// nothing alone).</param>
public sealed record Mention(Concepts Concept, int Start, int Length, string Term, string Rule)
{
    /// <summary>The rule of a mention that proves nothing alone and so sets no flag.</summary>
    public const string Weak = "weak";

    /// <summary>The rule of a mention that is as often a side issue, such as an illness in a list.</summary>
    public const string Mild = "mild";

    /// <summary>Whether the offsets count in the post's title, not in its text.</summary>
    public bool InTitle { get; init; }

    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;
}
