using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>The posts that lack a score of a current scorer, oldest first, so that a parent comes before its replies.</summary>
internal sealed class PendingPosts(SqliteConnection connection, CurrentIds current)
{
    private const int BatchSize = 1000;

    /// <summary>Lists them, once; returns their number.</summary>
    public long List()
    {
        const string Sql = """
            drop table if exists temp.pending;
            create temp table pending (place integer primary key, item_id integer not null);
            insert into temp.pending (item_id)
            select i.id from item i
            left join relevance_score r on r.item_id = i.id and r.scorer_id = @Relevance and r.target = 'all'
            left join sentiment_score s on s.item_id = i.id and s.scorer_id = @Sentiment and s.target = 'all'
            left join stance_score t on t.item_id = i.id and t.scorer_id = @Stance and t.target = 'all'
            left join unscored u on u.item_id = i.id
            where r.item_id is null or (u.item_id is null and (s.item_id is null or (r.relevant = 1 and t.item_id is null)))
            order by i.created_ms, i.kind desc, i.id;
            select count(*) from temp.pending
            """;
        return connection.ExecuteScalar<long>(Sql, current);
    }

    /// <summary>The next posts after a place in the list; none at its end.</summary>
    public IReadOnlyList<PendingPost> Read(long after)
    {
        const string Sql = """
            select i.id as ItemId, i.source_id as SourceId, i.kind as Kind, c.class as Class, i.thread_id as ThreadId,
                i.parent_id as ParentId, i.created_ms as CreatedMs, i.bot as Bot, i.state as State, x.text as Text
            from temp.pending p
            join item i on i.id = p.item_id
            join community c on c.id = i.community_id
            left join item_text x on x.item_id = i.id
            where p.place > @after order by p.place limit @BatchSize
            """;
        return connection.Query<PendingPost>(Sql, new { after, BatchSize }).AsList();
    }
}

/// <summary>Ids of the current scorers.</summary>
internal sealed record CurrentIds(long Relevance, long Sentiment, long Stance);
