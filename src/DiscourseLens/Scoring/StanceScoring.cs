using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring;

/// <summary>Stance of stored posts that are relevant: overall, and toward each substance they are about.</summary>
internal static class StanceScoring
{
    /// <summary>Adds stance to the scores of posts, all of them asked for at once.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="scores">The posts' scores so far; those that want stance are replaced.</param>
    /// <param name="wanting">Places in <paramref name="scores"/> that want stance.</param>
    /// <param name="cancellationToken">Ends the waiting for a scorer that is elsewhere.</param>
    public static void Add(IStanceScorer scorer, List<PostScores> scores, List<int> wanting, CancellationToken cancellationToken)
    {
        var asked = wanting.SelectMany(place => TargetsOf(scores[place].Post).Select(target => (place, target))).ToList();
        var inputs = asked.ConvertAll(pair => InputOf(scores[pair.place].Post, pair.target));
        // Workers are few and have threads of their own; each may wait for its answer.
        var outcomes = scorer.ScoreAsync(inputs, cancellationToken).AsTask().GetAwaiter().GetResult();
        foreach (var group in asked.Zip(outcomes).GroupBy(pair => pair.First.place))
            scores[group.Key] = scores[group.Key] with { Stance = [.. group.Select(pair => new StanceRow(pair.First.target, pair.Second))] };
    }

    private static IEnumerable<string> TargetsOf(PostInHand post) => Targets.IdsOf(post.Decision.Targets).Prepend(Targets.All);

    private static StanceInput InputOf(PostInHand post, string target) => new(
        post.Post.Title, post.Post.Body, post.Root.Title, post.Parent.Text, post.Decision, Targets.ConceptOf(target))
    {
        WithEvidence = false,
    };
}

/// <summary>What became of a post's stance toward one target.</summary>
internal sealed record StanceRow(string Target, StanceOutcome Outcome);
