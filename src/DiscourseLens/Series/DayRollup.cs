using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Makes one day's sums again: per cluster, over clusters, and what was read and held.</summary>
internal sealed class DayRollup(SqliteConnection connection, CurrentScorers scorers)
{
    private readonly DayPacks _packs = new(connection, scorers);

    /// <summary>Replaces the day's rows of the current scorers, and marks the buckets that hold the day.</summary>
    public void Write(long sourceId, long dayMs)
    {
        var day = new
        {
            Source = sourceId,
            Day = dayMs,
            Until = dayMs + UtcDay.Length,
            Gate = scorers.Relevance?.Id,
            Sentiment = scorers.Sentiment?.Id,
            Stance = scorers.Stance?.Id,
        };
        connection.Execute(DeleteSums, day);
        connection.Execute(InsertClusters, day);
        connection.Execute(InsertSums, day);
        connection.Execute(NoteShared, day);
        _packs.Write(sourceId, dayMs);
        connection.Execute(ReplaceRead, day);
        connection.Execute("delete from lost_day where source_id = @Source and day_ms = @Day", day);
        if (connection.ExecuteScalar<bool>(AnyExpired, day))
            connection.Execute(InsertLost, day);
        MarkBuckets(connection, sourceId, dayMs);
        connection.Execute("delete from dirty_day where source_id = @Source and day_ms = @Day", day);
    }

    private const string DeleteSums = """
        update series
        set day_rows = day_rows - gone.n
        from (
            select community_id, target, scorer_id, count(*) as n
            from series_day
            where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
            group by community_id, target, scorer_id
            union all
            select 0, target, scorer_id, count(*)
            from series_day
            where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
            group by target, scorer_id) gone
        where series.source_id = @Source and series.community_id = gone.community_id and series.target = gone.target
            and series.gate_id = @Gate and series.scorer_id = gone.scorer_id;

        delete from series_author_day
        where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance);

        delete from series_day
        where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
        """;

    // Without a scorer of a kind its id is null, which equals nothing, and the kind gets no rows.
    private const string InsertClusters = """
        insert into series_author_day (source_id, community_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, rel.target, @Day, @Gate, @Gate, coalesce(ite.author_id, -ite.id),
            count(*), 0, 0, 0, 0
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        group by ite.source_id, ite.community_id, rel.target, coalesce(ite.author_id, -ite.id);

        insert into series_author_day (source_id, community_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, rel.target, @Day, @Gate, @Sentiment, coalesce(ite.author_id, -ite.id),
            count(*), sum(sen.compound), 0, 0, 0
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        join sentiment_score sen on sen.item_id = ite.id and sen.scorer_id = @Sentiment and sen.target = 'all'
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        group by ite.source_id, ite.community_id, rel.target, coalesce(ite.author_id, -ite.id);

        insert into series_author_day (source_id, community_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, rel.target, @Day, @Gate, @Stance, coalesce(ite.author_id, -ite.id),
            count(*), 0, sum(sta.label = 'FAVOR'), sum(sta.label = 'AGAINST'), sum(sta.label = 'NEUTRAL')
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        join stance_score sta on sta.item_id = ite.id and sta.scorer_id = @Stance and sta.target = rel.target
            and sta.label <> 'UNRELATED'
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        group by ite.source_id, ite.community_id, rel.target, coalesce(ite.author_id, -ite.id)
        """;

    private const string InsertSums = """
        insert into series_day (source_id, community_id, target, day_ms, gate_id, scorer_id,
            n, value_sum, favor, against, neutral)
        select source_id, community_id, target, day_ms, gate_id, scorer_id,
            sum(n), sum(value_sum), sum(favor), sum(against), sum(neutral)
        from series_author_day
        where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
        group by source_id, community_id, target, day_ms, gate_id, scorer_id;

        insert into series (source_id, community_id, target, gate_id, scorer_id, day_rows)
        select @Source, community_id, target, @Gate, scorer_id, count(*)
        from series_day
        where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
        group by community_id, target, scorer_id
        union all
        select @Source, 0, target, @Gate, scorer_id, count(*)
        from series_day
        where source_id = @Source and day_ms = @Day and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
        group by target, scorer_id
        on conflict do update set day_rows = day_rows + excluded.day_rows
        """;

    // Two files that hold the same day overlap: the larger count stands. Row 0 sums every community, "other" included.
    private const string ReplaceRead = """
        delete from read_day where source_id = @Source and day_ms = @Day;

        insert into read_day (source_id, community_id, day_ms, n, held, captured_ms)
        with per_kind as (
            select cnt.community_id, max(cnt.n) as n, 0 as held, max(cnt.captured_ms) as captured_ms
            from archive_count cnt
            join archive_file fil on fil.id = cnt.file_id
            where cnt.day_ms = @Day and fil.source_id = @Source
            group by cnt.kind, cnt.community_id
            union all
            select community_id, 0, count(*), null
            from item
            where source_id = @Source and created_ms >= @Day and created_ms < @Until
            group by community_id
        )
        select @Source, community_id, @Day, sum(n), sum(held), max(captured_ms)
        from per_kind
        where community_id <> 0
        group by community_id
        having sum(n) + sum(held) > 0
        union all
        select @Source, 0, @Day, sum(n), sum(held), max(captured_ms)
        from per_kind
        having sum(n) + sum(held) > 0;

        delete from read_class where source_id = @Source and day_ms = @Day;

        insert into read_class (source_id, class, day_ms, n, held, captured_ms)
        select @Source, com.class, @Day, sum(rea.n), sum(rea.held), max(rea.captured_ms)
        from read_day rea
        join community com on com.id = rea.community_id
        where rea.source_id = @Source and rea.day_ms = @Day and rea.community_id > 0
        group by com.class
        """;

    private const string AnyExpired = """
        select exists (
            select 1 from item ite join expired_text exp on exp.item_id = ite.id
            where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until)
        """;

    // What the gate in use did not judge may be relevant, and is lost for every kind.
    private const string InsertLost = """
        insert into lost_day (source_id, day_ms, kind, community_id, n, scored)
        with post as (
            select ite.id, ite.community_id,
                exists (select 1 from expired_text exp where exp.item_id = ite.id) as expired,
                exists (select 1 from relevance_score rel where rel.item_id = ite.id and rel.scorer_id = @Gate) as judged,
                exists (select 1 from relevance_score rel where rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1) as relevant
            from item ite
            where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
                and exists (select 1 from relevance_score rel where rel.item_id = ite.id)
        ),
        scored as (
            select community_id, 'relevance' as kind, expired and not judged as lost from post
            union all
            select community_id, 'sentiment', expired and not (judged and exists (
                select 1 from sentiment_score sen where sen.item_id = post.id and sen.scorer_id = @Sentiment))
            from post
            where not judged or (relevant and exists (select 1 from sentiment_score sen where sen.item_id = post.id))
            union all
            select community_id, 'stance', expired and not (judged and exists (
                select 1 from stance_score sta where sta.item_id = post.id and sta.scorer_id = @Stance))
            from post
            where not judged or (relevant and exists (select 1 from stance_score sta where sta.item_id = post.id))
        )
        select @Source, @Day, kind, community_id, sum(lost), count(*) from scored group by kind, community_id having sum(lost) > 0
        union all
        select @Source, @Day, kind, 0, sum(lost), count(*) from scored group by kind having sum(lost) > 0
        """;

    // An author's posts in another source are found by two looks into the index.
    private const string NoteShared = """
        insert into shared_author (source_id, other_id)
        with author as (
            select distinct cluster_id as id from series_author_day where source_id = @Source and day_ms = @Day and gate_id = @Gate and cluster_id > 0
        ),
        other as (
            select (select min(ite.source_id) from item ite where ite.author_id = author.id and ite.source_id < @Source) as below,
                (select min(ite.source_id) from item ite where ite.author_id = author.id and ite.source_id > @Source) as above
            from author
        ),
        found as (select below as id from other union select above from other)
        select @Source, id from found where id is not null
        union
        select id, @Source from found where id is not null
        on conflict do nothing
        """;

    /// <summary>Marks the buckets that hold a day.</summary>
    internal static void MarkBuckets(SqliteConnection connection, long sourceId, long dayMs)
    {
        const string Sql = "insert or ignore into dirty_bucket (source_id, grain, start_ms) values (@Source, @Grain, @Start)";
        var day = UtcDay.FromMs(dayMs);
        foreach (var grain in GrainCalendar.All)
            connection.Execute(Sql, new { Source = sourceId, Grain = grain.Text(), Start = UtcDay.ToMs(grain.StartOf(day)) });
    }
}
