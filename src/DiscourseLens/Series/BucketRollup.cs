using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Makes the estimates of one bucket again, for every community, their union, target and measure.</summary>
internal sealed class BucketRollup(SqliteConnection connection, CurrentScorers scorers)
{
    /// <summary>Replaces the bucket's rows of the current scorers.</summary>
    public void Write(long sourceId, Grain grain, long startMs)
    {
        var bucket = new
        {
            Source = sourceId,
            Grain = grain.Text(),
            Start = startMs,
            Until = UtcDay.ToMs(grain.EndOf(UtcDay.FromMs(startMs))),
            Gate = scorers.Relevance?.Id,
            Sentiment = scorers.Sentiment?.Id,
            Stance = scorers.Stance?.Id,
        };
        connection.Execute(Delete, bucket);
        var read = connection.Query<Read>(SelectRead, bucket).ToDictionary(row => row.CommunityId, row => row.N);
        var cells = connection.Query<Cell>(SelectCommunities, bucket).Concat(connection.Query<Cell>(SelectUnion, bucket));
        using var insert = new RowInsert(connection, Insert, Columns);
        foreach (var cell in cells)
        {
            var kind = scorers.All.First(scorer => scorer.Id == cell.ScorerId).Kind;
            foreach (var measure in MeasureTraits.Of(kind))
            {
                var estimate = Estimator.Of(measure, cell, read.GetValueOrDefault(cell.CommunityId));
                insert.Add(
                    sourceId, cell.CommunityId, cell.Target, bucket.Gate, cell.ScorerId, measure.Text(), bucket.Grain,
                    startMs, bucket.Until, cell.N, cell.Authors, estimate.Value, estimate.Low, estimate.High);
            }
        }
    }

    private const string Delete = """
        delete from series_bucket
        where source_id = @Source and grain = @Grain and start_ms = @Start
            and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance);
        delete from dirty_bucket where source_id = @Source and grain = @Grain and start_ms = @Start
        """;

    private const string SelectRead = """
        select community_id as CommunityId, sum(n) as N
        from read_day
        where source_id = @Source and day_ms >= @Start and day_ms < @Until
        group by community_id
        order by community_id
        """;

    private const string SelectCommunities = """
        select community_id as CommunityId, target as Target, scorer_id as ScorerId, sum(n) as N, count(*) as Clusters,
            sum(cluster_id > 0) as Authors, sum(s) as Sum, sum(s * s) as SumSquared, sum(s * n) as SumTimesN,
            1.0 * sum(n * n) as NSquared, sum(favor) as Favor, sum(against) as Against, sum(neutral) as Neutral
        from (
            select community_id, target, scorer_id, cluster_id, sum(n) as n, sum(value_sum) as s,
                sum(favor) as favor, sum(against) as against, sum(neutral) as neutral
            from series_author_day
            where source_id = @Source and day_ms >= @Start and day_ms < @Until
                and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
            group by community_id, target, scorer_id, cluster_id)
        group by community_id, target, scorer_id
        order by community_id, target, scorer_id
        """;

    // The same with an author's posts in all communities in one cluster.
    private const string SelectUnion = """
        select 0 as CommunityId, target as Target, scorer_id as ScorerId, sum(n) as N, count(*) as Clusters,
            sum(cluster_id > 0) as Authors, sum(s) as Sum, sum(s * s) as SumSquared, sum(s * n) as SumTimesN,
            1.0 * sum(n * n) as NSquared, sum(favor) as Favor, sum(against) as Against, sum(neutral) as Neutral
        from (
            select target, scorer_id, cluster_id, sum(n) as n, sum(value_sum) as s,
                sum(favor) as favor, sum(against) as against, sum(neutral) as neutral
            from series_author_day
            where source_id = @Source and day_ms >= @Start and day_ms < @Until
                and gate_id = @Gate and scorer_id in (@Gate, @Sentiment, @Stance)
            group by target, scorer_id, cluster_id)
        group by target, scorer_id
        order by target, scorer_id
        """;

    private const string Insert = """
        insert into series_bucket (source_id, community_id, target, gate_id, scorer_id, measure, grain, start_ms, end_ms,
            n, authors, value, low, high)
        values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)
        """;

    private const int Columns = 14;

    private sealed class Read
    {
        public long CommunityId { get; init; }
        public long N { get; init; }
    }

    private sealed class Cell : ClusterSums
    {
        public long CommunityId { get; init; }
        public string Target { get; init; } = "";
        public long ScorerId { get; init; }
    }
}
