using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series.Facets;

/// <summary>Makes one month's estimates again, for each facet, community, their union, target and measure.</summary>
internal sealed class FacetMonthRollup(SqliteConnection connection, CurrentScorers scorers)
{
    /// <summary>Replaces the month's rows.</summary>
    public void Write(long sourceId, long startMs)
    {
        var month = new
        {
            Source = sourceId,
            Start = startMs,
            Until = UtcDay.ToMs(Grain.Month.EndOf(UtcDay.FromMs(startMs))),
            Gate = scorers.Relevance?.Id,
            Sentiment = scorers.Sentiment?.Id,
            Stance = scorers.Stance?.Id,
        };
        connection.Execute("delete from series_month_by where source_id = @Source and start_ms = @Start", month);
        var cells = connection.Query<Cell>(Select("community_id"), month).Concat(connection.Query<Cell>(Select("0"), month));
        using var insert = new RowInsert(connection, Insert, Columns);
        foreach (var cell in cells)
        {
            var kind = scorers.All.First(scorer => scorer.Id == cell.ScorerId).Kind;
            foreach (var measure in MeasureTraits.Of(kind).Where(measure => measure != Measure.Share))
            {
                var estimate = Estimator.Of(measure, cell, read: 0);
                insert.Add(
                    sourceId, cell.CommunityId, cell.FacetId, cell.Target, month.Gate, cell.ScorerId, measure.Text(), startMs,
                    cell.N, cell.Authors, estimate.Value, estimate.Low, estimate.High);
            }
        }
    }

    // In the union (community 0) an author's posts in all communities are one cluster.
    private static string Select(string community) => $"""
        select community_id as CommunityId, facet_id as FacetId, target as Target, scorer_id as ScorerId, sum(n) as N, count(*) as Clusters,
            sum(cluster_id > 0) as Authors, sum(s) as Sum, sum(s * s) as SumSquared, sum(s * n) as SumTimesN,
            1.0 * sum(n * n) as NSquared, sum(favor) as Favor, sum(against) as Against, sum(neutral) as Neutral
        from (
            select {community} as community_id, facet_id, target, scorer_id, cluster_id, sum(n) as n, sum(value_sum) as s,
                sum(favor) as favor, sum(against) as against, sum(neutral) as neutral
            from series_author_day_by
            where source_id = @Source and day_ms >= @Start and day_ms < @Until
                and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
            group by 1, facet_id, target, scorer_id, cluster_id)
        group by community_id, facet_id, target, scorer_id
        order by community_id, facet_id, target, scorer_id
        """;

    private const string Insert = """
        insert into series_month_by (source_id, community_id, facet_id, target, gate_id, scorer_id, measure, start_ms,
            n, authors, value, low, high)
        values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12)
        """;

    private const int Columns = 13;

    private sealed class Cell : ClusterSums
    {
        public long CommunityId { get; init; }
        public long FacetId { get; init; }
        public string Target { get; init; } = "";
        public long ScorerId { get; init; }
    }
}
