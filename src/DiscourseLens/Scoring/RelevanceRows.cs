using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes relevance, the mentions it rests on, and the conditions that a relevant post names.</summary>
internal sealed class RelevanceRows(SqliteConnection connection, long scorerId) : IDisposable
{
    private readonly PreparedStatement _score = new(connection, """
        insert into relevance_score (item_id, scorer_id, target, relevant, probability, rule, path, band)
        values (@item_id, @scorer_id, @target, @relevant, @probability, @rule, @path, @band)
        on conflict do nothing
        """);

    private readonly PreparedStatement _mention = new(connection, """
        insert into mention (item_id, scorer_id, concept, start, length, term)
        values (@item_id, @scorer_id, @concept, @start, @length, @term)
        on conflict do nothing
        """);

    private readonly PreparedStatement _condition = new(connection, """
        insert into item_condition (item_id, scorer_id, condition) values (@item_id, @scorer_id, @condition) on conflict do nothing
        """);

    /// <summary>A row for all targets, one for each target the post is relevant for, and where it names a concept.</summary>
    public void Write(PendingPost post, RelevanceDecision decision)
    {
        var targets = decision.Relevant ? Targets.IdsOf(decision.Targets).Prepend(Targets.All) : [Targets.All];
        foreach (var target in targets)
        {
            _score.Run(post.ItemId, scorerId, target, decision.Relevant ? 1L : 0L, decision.Probability,
                decision.Rule, decision.Path, decision.Band);
        }

        foreach (var mention in decision.Evidence)
        {
            var start = mention.InTitle ? mention.Start : post.BodyStart + mention.Start;
            _mention.Run(post.ItemId, scorerId, mention.Concept.ToString().ToLowerInvariant(), (long)start, (long)mention.Length, mention.Term);
        }

        if (!decision.Relevant)
            return;
        var named = decision.Evidence.Where(mention => mention.Concept == Concepts.Condition);
        foreach (var condition in named.SelectMany(mention => Conditions.NamedBy(mention.Term)).Distinct())
            _condition.Run(post.ItemId, scorerId, condition);
    }

    public void Dispose()
    {
        _score.Dispose();
        _mention.Dispose();
        _condition.Dispose();
    }
}
