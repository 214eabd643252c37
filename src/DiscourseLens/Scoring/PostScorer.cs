using System.Diagnostics;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring;

/// <summary>Scores what posts lack, each scorer in a room of its own. One instance serves one thread at a time.</summary>
internal sealed class PostScorer(Scorers scorers, ScoringClock clock)
{
    private readonly SentimentScoring _sentiment = new(scorers.Sentiment);

    /// <summary>Scores some posts, in order.</summary>
    public IReadOnlyList<PostScores> Score(IReadOnlyList<PostInHand> posts, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var sentiment = TimeSpan.Zero;
        var scores = new List<PostScores>(posts.Count);
        var wanting = new List<int>();
        foreach (var post in posts)
        {
            var score = Score(post, ref sentiment, out var wantsStance);
            if (wantsStance)
                wanting.Add(scores.Count);
            scores.Add(score);
        }

        if (wanting.Count > 0)
            StanceScoring.Add(scorers.Stance, scores, wanting, cancellationToken);
        clock.AddScoring(Stopwatch.GetElapsedTime(start), sentiment);
        return scores;
    }

    private PostScores Score(PostInHand post, ref TimeSpan spent, out bool wantsStance)
    {
        var lacks = post.Post;
        var relevance = lacks.NoRelevance == 1 ? post.Decision : null;
        var isRelevant = relevance?.Relevant ?? lacks.Relevant == 1;
        wantsStance = isRelevant && lacks.NoStance == 1;
        var scores = new PostScores(post, isRelevant) { Relevance = relevance };
        if (lacks.NoSentiment == 0 && !wantsStance)
            return scores;
        if (lacks.Readable == 0)
            scores = scores with { Readability = Read(lacks) };
        wantsStance &= !scores.IsUnscored;
        if (scores.IsUnscored)
            return scores;
        if (lacks.NoSentiment == 1)
            scores = scores with { Sentiment = Sentiment(post, isRelevant, ref spent) };
        return scores;
    }

    private Readability Read(PendingPost post)
    {
        var language = scorers.Languages.Detect(post.Text ?? "");
        return new Readability(language, Scorers.Unscorable(post, language));
    }

    private IReadOnlyList<SentimentRow> Sentiment(PostInHand post, bool isRelevant, ref TimeSpan spent)
    {
        var named = isRelevant ? post.Named ?? Names(post) : null;
        var start = Stopwatch.GetTimestamp();
        var rows = _sentiment.Score(post.Post, named);
        spent += Stopwatch.GetElapsedTime(start);
        return rows;
    }

    private static StoredNames Names(PostInHand post) =>
        new(post.Decision.Targets, NamedPlace.Of(post.Decision.Evidence, post.Post.BodyStart));
}
