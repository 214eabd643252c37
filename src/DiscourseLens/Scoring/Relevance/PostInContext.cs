namespace DiscourseLens.Scoring.Relevance;

/// <summary>A post with what its relevance depends on.</summary>
/// <param name="Title">A submission's own title; null for a reply.</param>
/// <param name="Text">The body; empty, <c>[deleted]</c> or <c>[removed]</c> when none can be read.</param>
/// <param name="Community">The class of its community.</param>
/// <param name="Context">The thread above it.</param>
public sealed record PostInContext(string? Title, string Text, CommunityClass Community, ThreadContext Context);
