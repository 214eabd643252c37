using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>The posts that lack a score of a current scorer, oldest first, so that a parent comes before its replies.</summary>
internal sealed class PendingPosts(SqliteConnection connection, CurrentIds current)
{
    /// <summary>Posts read at once, and written in one transaction.</summary>
    public const int BatchSize = 1000;

    /// <summary>Lists them, once; returns their number.</summary>
    /// <param name="withRelevance">Whether lacking nothing but relevance makes a post one of them.</param>
    /// <param name="most">So many at most; all when 0.</param>
    public long List(bool withRelevance, int most)
    {
        const string Sql = """
            drop table if exists temp.pending;
            create temp table pending (
                place integer primary key, item_id integer not null, no_relevance integer not null, no_sentiment integer not null,
                no_stance integer not null);
            insert into temp.pending (item_id, no_relevance, no_sentiment, no_stance)
            select id, no_relevance, no_sentiment, no_stance
            from (
                select i.id, i.created_ms, i.kind, r.item_id is null as no_relevance,
                    @Sentiment is not null and u.item_id is null and s.item_id is null as no_sentiment,
                    @Stance is not null and u.item_id is null and (r.item_id is null or (r.relevant = 1 and exists (
                        select 1 from relevance_score q
                        left join stance_score t on t.item_id = q.item_id and t.scorer_id = @Stance and t.target = q.target
                        left join stance_missing m on m.item_id = q.item_id and m.scorer_id = @Stance and m.target = q.target
                        where q.item_id = i.id and q.scorer_id = @Relevance and t.item_id is null and m.item_id is null))) as no_stance
                from item i
                left join relevance_score r on r.item_id = i.id and r.scorer_id = @Relevance and r.target = 'all'
                left join sentiment_score s on s.item_id = i.id and s.scorer_id = @Sentiment and s.target = 'all'
                left join unscored u on u.item_id = i.id)
            where ((no_relevance and @withRelevance) or no_sentiment or no_stance)
                and not exists (select 1 from expired_text e where e.item_id = id)
            order by created_ms, kind desc, id
            limit @limit;
            select count(*) from temp.pending
            """;
        return connection.ExecuteScalar<long>(Sql, new { current.Relevance, current.Sentiment, current.Stance, withRelevance, limit = most > 0 ? most : -1 });
    }

    /// <summary>The next posts after a place in the list; none at its end.</summary>
    public IReadOnlyList<PendingPost> Read(long after)
    {
        const string Sql = """
            select i.id as ItemId, i.source_id as SourceId, i.native_id as NativeId, i.kind as Kind, c.class as Class,
                i.thread_id as ThreadId, i.parent_id as ParentId, i.created_ms as CreatedMs, i.bot as Bot, i.state as State,
                x.text as Text, p.no_relevance as NoRelevance, p.no_sentiment as NoSentiment, p.no_stance as NoStance,
                r.relevant as Relevant, r.probability as Probability, u.item_id is not null as Unscored,
                exists (select 1 from sentiment_score s where s.item_id = i.id)
                    or exists (select 1 from stance_score t where t.item_id = i.id) as Readable
            from temp.pending p
            join item i on i.id = p.item_id
            join community c on c.id = i.community_id
            left join item_text x on x.item_id = i.id
            left join relevance_score r on r.item_id = i.id and r.scorer_id = @Relevance and r.target = 'all'
            left join unscored u on u.item_id = i.id
            where p.place > @after order by p.place limit @BatchSize
            """;
        return connection.Query<PendingPost>(Sql, new { after, BatchSize, current.Relevance }).AsList();
    }
}
