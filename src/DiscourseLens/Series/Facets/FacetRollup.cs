using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series.Facets;

/// <summary>Makes one day's sums per cluster again, of each facet's posts.</summary>
internal sealed class FacetRollup(SqliteConnection connection, CurrentScorers scorers, FacetKind kinds)
{
    /// <summary>Replaces the day's rows. Those of earlier scorers go too: only sums of all posts are kept under those.</summary>
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
            Undecided = LanguageNames.Undecided,
        };
        connection.Execute(Begin, day);
        if (kinds.HasFlag(FacetKind.Condition))
            connection.Execute(ByCondition, day);
        if (kinds.HasFlag(FacetKind.Language))
            connection.Execute(ByLanguage, day);
        if (kinds.HasFlag(FacetKind.Age))
            connection.Execute(ByAge, day);
        connection.Execute(InsertClusters, day);
    }

    private const string Begin = """
        create temp table if not exists part (
            kind text not null, value text not null, item_id integer not null, primary key (kind, value, item_id)) without rowid;
        delete from temp.part;
        delete from looked_day where source_id = @Source and day_ms = @Day;
        delete from series_author_day_by where source_id = @Source and day_ms = @Day
        """;

    // Of posts that were scored before conditions were kept, the places where they name them are still there.
    private const string ByCondition = """
        insert or ignore into item_condition (item_id, scorer_id, condition)
        select ite.id, @Gate, ter.condition
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.target = 'all' and rel.relevant = 1
        join mention men on men.item_id = ite.id and men.scorer_id = @Gate and men.concept = 'condition'
        join condition_term ter on ter.term = men.term
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until;

        insert into temp.part (kind, value, item_id)
        select 'condition', con.condition, con.item_id
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.target = 'all' and rel.relevant = 1
        join item_condition con on con.item_id = ite.id and con.scorer_id = @Gate
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        """;

    private const string ByLanguage = """
        insert into temp.part (kind, value, item_id)
        select 'language', coalesce(ite.language, @Undecided), ite.id
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.target = 'all' and rel.relevant = 1
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        """;

    // A look finds a post there where it shows its text, whether or not the account still is.
    private const string ByAge = """
        create temp table if not exists look (
            value text not null, item_id integer not null, there integer not null, primary key (value, item_id)) without rowid;
        delete from temp.look;

        insert into temp.look (value, item_id, there)
        select
            iif(cap.fixed_age_ms % 86400000 = 0, (cap.fixed_age_ms / 86400000) || 'd', (cap.fixed_age_ms / 3600000) || 'h') as value,
            ite.id, max(cap.state in ('live', 'account gone'))
        from item ite
        join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.target = 'all' and rel.relevant = 1
        join capture cap on cap.item_id = ite.id and cap.fixed_age_ms > 0 and cap.fixed_age_ms % 3600000 = 0
        where ite.source_id = @Source and ite.created_ms >= @Day and ite.created_ms < @Until
        group by value, ite.id;

        insert or ignore into facet (kind, value) select distinct 'age', value from temp.look order by value;

        insert into looked_day (source_id, day_ms, facet_id, gate_id, target, community_id, n)
        select @Source, @Day, fac.id, @Gate, rel.target, ite.community_id, count(*)
        from facet fac
        cross join temp.look loo on loo.value = fac.value
        cross join item ite on ite.id = loo.item_id
        cross join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        where fac.kind = 'age'
        group by fac.id, rel.target, ite.community_id;

        insert into temp.part (kind, value, item_id) select 'age', value, item_id from temp.look where there
        """;

    // As in DayRollup, of the posts at hand.
    private const string InsertClusters = """
        insert or ignore into facet (kind, value) select distinct kind, value from temp.part order by kind, value;

        insert into series_author_day_by (source_id, community_id, facet_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, fac.id, rel.target, @Day, @Gate, @Gate, coalesce(ite.author_id, -ite.id),
            count(*), 0, 0, 0, 0
        from facet fac
        cross join temp.part par on par.kind = fac.kind and par.value = fac.value
        cross join item ite on ite.id = par.item_id
        cross join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        group by ite.source_id, ite.community_id, fac.id, rel.target, coalesce(ite.author_id, -ite.id);

        insert into series_author_day_by (source_id, community_id, facet_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, fac.id, rel.target, @Day, @Gate, @Sentiment, coalesce(ite.author_id, -ite.id),
            count(*), sum(sen.compound), 0, 0, 0
        from facet fac
        cross join temp.part par on par.kind = fac.kind and par.value = fac.value
        cross join item ite on ite.id = par.item_id
        cross join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        cross join sentiment_score sen on sen.item_id = ite.id and sen.scorer_id = @Sentiment and sen.target = 'all'
        group by ite.source_id, ite.community_id, fac.id, rel.target, coalesce(ite.author_id, -ite.id);

        insert into series_author_day_by (source_id, community_id, facet_id, target, day_ms, gate_id, scorer_id, cluster_id,
            n, value_sum, favor, against, neutral)
        select ite.source_id, ite.community_id, fac.id, rel.target, @Day, @Gate, @Stance, coalesce(ite.author_id, -ite.id),
            count(*), 0, sum(sta.label = 'FAVOR'), sum(sta.label = 'AGAINST'), sum(sta.label = 'NEUTRAL')
        from facet fac
        cross join temp.part par on par.kind = fac.kind and par.value = fac.value
        cross join item ite on ite.id = par.item_id
        cross join relevance_score rel on rel.item_id = ite.id and rel.scorer_id = @Gate and rel.relevant = 1
        cross join stance_score sta on sta.item_id = ite.id and sta.scorer_id = @Stance and sta.target = rel.target
            and sta.label <> 'UNRELATED'
        group by ite.source_id, ite.community_id, fac.id, rel.target, coalesce(ite.author_id, -ite.id)
        """;
}
