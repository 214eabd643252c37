namespace DiscourseLens.Scoring.Relevance;

/// <summary>What is known of the thread above a post.</summary>
/// <param name="Parent">Concepts named by the post replied to.</param>
/// <param name="Root">Concepts named by the submission's title and body.</param>
/// <param name="ParentRelevant">Whether the post replied to was found relevant.</param>
/// <param name="RootRelevant">Whether the submission was found relevant.</param>
public sealed record ThreadContext(Concepts Parent, Concepts Root, bool ParentRelevant, bool RootRelevant)
{
    /// <summary>No thread above: a submission, or a reply whose thread was not collected.</summary>
    public static ThreadContext None { get; } = new(Concepts.None, Concepts.None, false, false);

    /// <summary>The text replied to, where it is at hand; relevance does not read it, stance does.</summary>
    public string? ParentText { get; init; }
}
