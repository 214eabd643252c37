using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes the scores of one transaction; every statement can be run twice.</summary>
internal sealed class ScoreWriter(SqliteConnection connection, CurrentIds current, ScoringClock clock) : IDisposable
{
    private readonly PreparedStatement _relevance = new(connection, """
        insert into relevance_score (item_id, scorer_id, target, relevant, probability, rule, path)
        values (@item_id, @scorer_id, @target, @relevant, @probability, @rule, @path)
        on conflict do nothing
        """);

    private readonly PreparedStatement _mention = new(connection, """
        insert into mention (item_id, scorer_id, concept, start, length, term)
        values (@item_id, @scorer_id, @concept, @start, @length, @term)
        on conflict do nothing
        """);

    private readonly PreparedStatement _sentiment = new(connection, """
        insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound, prose_compound,
            sentence_mean, positive_share, negative_share, window_compound, masked_compound, tokens, sentences, saturated)
        values (@item_id, @scorer_id, @target, @negative, @neutral, @positive, @compound, @prose_compound,
            @sentence_mean, @positive_share, @negative_share, @window_compound, @masked_compound, @tokens, @sentences, @saturated)
        on conflict do nothing
        """);

    private readonly PreparedStatement _stance = new(connection, """
        insert into stance_score (item_id, scorer_id, target, label, favor, against, neutral, unrelated)
        values (@item_id, @scorer_id, @target, @label, @favor, @against, @neutral, @unrelated)
        on conflict do nothing
        """);

    private readonly PreparedStatement _unscored = new(connection, """
        insert into unscored (item_id, reason) values (@item_id, @reason) on conflict do nothing
        """);

    private readonly PreparedStatement _language = new(connection, """
        update item set language = @language where id = @item_id
        """);

    private readonly PreparedStatement _dirty = new(connection, """
        insert into dirty_day (source_id, day_ms) values (@source_id, @day_ms) on conflict do nothing
        """);

    /// <summary>The gate's decision: a row for all targets, and one for each target the post is relevant for.</summary>
    public void Write(PendingPost post, RelevanceDecision decision)
    {
        var targets = decision.Relevant ? Targets.IdsOf(decision.Targets).Prepend(Targets.All) : [Targets.All];
        foreach (var target in targets)
        {
            Run(_relevance, post.ItemId, current.Relevance, target, decision.Relevant ? 1L : 0L, decision.Probability,
                decision.Rule, decision.Path);
        }
    }

    /// <summary>Where in the stored text the post names a concept.</summary>
    public void Write(PendingPost post, IReadOnlyList<Mention> mentions)
    {
        var body = post.Title is null ? 0 : StoredText.BodyStart(post.Title);
        foreach (var mention in mentions)
        {
            Run(_mention, post.ItemId, current.Relevance, mention.Concept.ToString().ToLowerInvariant(),
                (long)(mention.InTitle ? mention.Start : body + mention.Start), (long)mention.Length, mention.Term);
        }
    }

    /// <summary>The raw score and its variants; the window alone depends on the target.</summary>
    public void Write(PendingPost post, string target, SentimentReading reading, double? window) => Run(_sentiment,
        post.ItemId, current.Sentiment, target,
        reading.Raw.Negative, reading.Raw.Neutral, reading.Raw.Positive, reading.Raw.Compound, reading.ProseCompound,
        reading.SentenceMean, reading.PositiveShare, reading.NegativeShare, window, reading.MaskedCompound,
        (long)reading.Tokens, (long)reading.Sentences, reading.Saturated ? 1L : 0L);

    public void Write(PendingPost post, string target, StanceScore score) => Run(_stance,
        post.ItemId, current.Stance, target, score.Label.ToString().ToUpperInvariant(),
        score.Favor, score.Against, score.Neutral, score.Unrelated);

    /// <summary>Why the post's text is not scored; it counts in volume all the same.</summary>
    public void WriteUnscored(PendingPost post, UnscorableReason reason) =>
        Run(_unscored, post.ItemId, reason.ToString().ToLowerInvariant());

    public void WriteLanguage(PendingPost post, string? language) => Run(_language, language, post.ItemId);

    /// <summary>The post's day no longer agrees with its roll-up.</summary>
    public void MarkDirty(PendingPost post) => Run(_dirty, post.SourceId, post.CreatedMs - (post.CreatedMs % 86_400_000));

    private void Run(PreparedStatement statement, params ReadOnlySpan<object?> values) => clock.Run(statement, values);

    public void Dispose()
    {
        foreach (var statement in new[] { _relevance, _mention, _sentiment, _stance, _unscored, _language, _dirty })
            statement.Dispose();
    }
}
