using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>Stance of stored posts that are relevant: overall, and toward each substance they are about.</summary>
internal static class StanceScoring
{
    public static IReadOnlyList<StanceRow> Score(IStanceScorer scorer, PostInHand post)
    {
        var (title, body) = (post.Post.Title, post.Post.Body);
        return [.. Targets.IdsOf(post.Decision.Targets).Prepend(Targets.All).Select(target => new StanceRow(target, scorer.Score(
            new StanceInput(title, body, post.Root.Title, post.Parent.Text, post.Decision, Targets.ConceptOf(target)))))];
    }
}

/// <summary>A post's stance toward one target.</summary>
internal sealed record StanceRow(string Target, StanceScore Score);
