using Dapper;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes scores; every statement can be run twice.</summary>
internal sealed class ScoreWriter(SqliteConnection connection, CurrentIds current)
{
    /// <summary>The gate's decision: a row for all targets, and one for each target the post is relevant for.</summary>
    public void Write(PendingPost post, RelevanceDecision decision)
    {
        const string Sql = """
            insert into relevance_score (item_id, scorer_id, target, relevant, probability, rule, path)
            values (@ItemId, @Relevance, @target, @relevant, @Probability, @Rule, @Path)
            on conflict do nothing
            """;
        var targets = decision.Relevant ? Targets.IdsOf(decision.Targets).Prepend(Targets.All) : [Targets.All];
        connection.Execute(Sql, targets.Select(target => new
        {
            post.ItemId,
            current.Relevance,
            target,
            relevant = decision.Relevant ? 1 : 0,
            decision.Probability,
            decision.Rule,
            decision.Path,
        }));
    }

    /// <summary>Where in the stored text the post names a concept.</summary>
    public void Write(PendingPost post, IReadOnlyList<Mention> mentions)
    {
        const string Sql = """
            insert into mention (item_id, scorer_id, concept, start, length, term)
            values (@ItemId, @Relevance, @concept, @start, @Length, @Term)
            on conflict do nothing
            """;
        var body = post.Title is null ? 0 : StoredText.BodyStart(post.Title);
        connection.Execute(Sql, mentions.Select(mention => new
        {
            post.ItemId,
            current.Relevance,
            concept = mention.Concept.ToString().ToLowerInvariant(),
            start = mention.InTitle ? mention.Start : body + mention.Start,
            mention.Length,
            mention.Term,
        }));
    }

    public void Write(PendingPost post, SentimentScore score)
    {
        const string Sql = """
            insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound)
            values (@ItemId, @Sentiment, @All, @Negative, @Neutral, @Positive, @Compound)
            on conflict do nothing
            """;
        connection.Execute(Sql, new
        {
            post.ItemId,
            current.Sentiment,
            Targets.All,
            score.Negative,
            score.Neutral,
            score.Positive,
            score.Compound,
        });
    }

    public void Write(PendingPost post, string target, StanceScore score)
    {
        const string Sql = """
            insert into stance_score (item_id, scorer_id, target, label, favor, against, neutral, unrelated)
            values (@ItemId, @Stance, @target, @label, @Favor, @Against, @Neutral, @Unrelated)
            on conflict do nothing
            """;
        connection.Execute(Sql, new
        {
            post.ItemId,
            current.Stance,
            target,
            label = score.Label.ToString().ToUpperInvariant(),
            score.Favor,
            score.Against,
            score.Neutral,
            score.Unrelated,
        });
    }

    /// <summary>Why the post's text is not scored; it counts in volume all the same.</summary>
    public void WriteUnscored(PendingPost post, string reason)
    {
        const string Sql = "insert into unscored (item_id, reason) values (@ItemId, @reason) on conflict do nothing";
        connection.Execute(Sql, new { post.ItemId, reason });
    }

    public void WriteLanguage(PendingPost post, string language)
    {
        const string Sql = "update item set language = @language where id = @ItemId";
        connection.Execute(Sql, new { post.ItemId, language });
    }

    /// <summary>The post's day no longer agrees with its roll-up.</summary>
    public void MarkDirty(PendingPost post)
    {
        const string Sql = """
            insert into dirty_day (source_id, day_ms) values (@SourceId, @CreatedMs - @CreatedMs % 86400000)
            on conflict do nothing
            """;
        connection.Execute(Sql, new { post.SourceId, post.CreatedMs });
    }
}
