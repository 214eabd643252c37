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

    /// <summary>The thread above a reply of which only the post replied to is at hand; one with a title is the submission itself.</summary>
    /// <param name="gate">Judges it.</param>
    /// <param name="title">The title of the post replied to; null where it has none.</param>
    /// <param name="text">Its text; null where it is not at hand.</param>
    /// <param name="community">The class of the community.</param>
    public static ThreadContext Above(RelevanceGate gate, string? title, string? text, CommunityClass community)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (title is null && text is null)
            return None;
        var parent = gate.Decide(new PostInContext(title, text ?? "", community, None));
        var isRoot = title is not null;
        return new ThreadContext(parent.Named, isRoot ? parent.Named : Concepts.None, parent.Relevant, isRoot && parent.Relevant)
        {
            ParentText = text,
        };
    }
}
