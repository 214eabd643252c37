using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads the cells of a series: kept estimates where there are any, else estimates made from kept sums or from the clusters'.</summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
/// <param name="query">Measure, grain, target and weighting.</param>
/// <param name="gateId">The relevance scorer.</param>
/// <param name="scorerId">The measure's scorer.</param>
internal sealed class TrendCells(
    SqliteConnection connection, TrendScope scope, TrendQuery query, long gateId, long scorerId)
{
    /// <summary>The cells with posts, by the millisecond of their start.</summary>
    /// <param name="buckets">Consecutive buckets, at least one.</param>
    /// <param name="read">Posts read in each of them.</param>
    public Dictionary<long, TrendCell> Read(
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<long> read)
    {
        if (query.Facet is not null)
            return scope.IsKept && query.By == Grain.Month && query.Weight == Weighting.Post ? FacetCells.Kept(connection, scope, query, (gateId, scorerId), buckets) : Computed(buckets, read);
        if (query.Weight == Weighting.Author)
            return Packed(buckets, read);
        if (scope.IsKept && GrainCalendar.Kept.Contains(query.By))
            return Kept(buckets);
        var moments = new KeptMoments(connection, scope);
        return moments.Hold(query.By) ? Added(moments, buckets, read) : Packed(buckets, read);
    }

    private Dictionary<long, TrendCell> Kept(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        const string Sql = """
            select buc.start_ms as StartMs, buc.n as N, buc.authors as Authors, buc.value as Value, buc.low as Low,
                buc.high as High
            from calendar cal
            cross join series_bucket buc on buc.source_id = @SourceId and buc.grain = cal.grain
                and buc.start_ms = cal.start_ms and buc.gate_id = @gateId and buc.scorer_id = @scorerId
                and buc.measure = @Measure and buc.target = @Target and buc.community_id = @Community
            where cal.grain = @Grain and cal.start_ms >= @From and cal.start_ms < @Until
            order by cal.start_ms
            """;
        return connection.Query<KeptRow>(Sql, new
        {
            SourceId = scope.SourceIds[0],
            Community = scope.Communities[0],
            query.Target,
            gateId,
            scorerId,
            Measure = query.Measure.Text(),
            Grain = query.By.Text(),
            From = UtcDay.ToMs(buckets[0].Start),
            Until = UtcDay.ToMs(buckets[^1].End),
        }).ToDictionary(row => row.StartMs, row => new TrendCell(row.N, row.Authors, new(row.Value, row.Low, row.High)));
    }

    private Dictionary<long, TrendCell> Added(
        KeptMoments moments, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<long> read)
    {
        var reads = Reads(buckets, read);
        return moments.Read(query.By, buckets, query.Target, gateId, scorerId).ToDictionary(
            row => row.StartMs,
            row => new TrendCell(row.Sums.N, row.Sums.Authors, Estimator.Of(query.Measure, row.Sums, reads[row.StartMs])));
    }

    /// <summary>As <see cref="Read"/>, always from the packs.</summary>
    internal Dictionary<long, TrendCell> Packed(
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<long> read)
    {
        var (reads, cells) = (Reads(buckets, read), new Dictionary<long, TrendCell>());
        foreach (var (start, clusters) in Packs.Read(Spans(buckets)))
        {
            var fold = new ClusterFold(Layout);
            foreach (ref readonly var entry in clusters.Entries)
            {
                if (query.Weight == Weighting.Post)
                    fold.Add(entry);
                else
                    fold.AddVote(entry);
            }

            if (fold.Posts > 0)
                cells.Add(start, new(fold.Posts, fold.Sums().Authors, Rounded(Estimator.Of(query.Measure, fold.Sums(), reads[start]))));
        }

        return cells;
    }

    /// <summary>As <see cref="Read"/>, always from the rows that the packs are made of.</summary>
    internal Dictionary<long, TrendCell> Computed(
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<long> read)
    {
        // One author, one vote: a cluster's posts weigh one together, and its values are their mean.
        var (n, per) = query.Weight == Weighting.Post ? ("posts", "") : ("1", " / posts");
        var sql = $"""
            select start_ms as StartMs, sum(posts) as Posts, sum({n}) as N, count(*) as Clusters, sum(cluster_id > 0) as Authors,
                sum(s{per}) as Sum, sum((s{per}) * (s{per})) as SumSquared, sum(s{per} * {n}) as SumTimesN,
                1.0 * sum({n} * {n}) as NSquared,
                sum(favor{per}) as Favor, sum(against{per}) as Against, sum(neutral{per}) as Neutral
            from ({Clusters})
            group by start_ms
            order by start_ms
            """;
        var reads = Reads(buckets, read);
        return connection.Query<Sums>(sql, Parameters(buckets)).ToDictionary(
            row => row.StartMs,
            row => new TrendCell(row.Posts, row.Authors, Rounded(Estimator.Of(query.Measure, row, reads[row.StartMs]))));
    }

    /// <summary>What each cluster said in each bucket with posts. It leaves this stage as sums only, never by author.</summary>
    internal IEnumerable<(long StartMs, AuthorSum Author)> Authors(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets) =>
        query.Facet is null ? AuthorsOfPacks(buckets) : AuthorsOfRows(buckets);

    private IEnumerable<(long StartMs, AuthorSum Author)> AuthorsOfRows(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var value = query.Measure switch
        {
            Measure.Favor => "favor",
            Measure.Against => "against",
            Measure.Neutral => "neutral",
            Measure.Net => "favor - against",
            _ => "s",
        };
        var sql = $"select start_ms as StartMs, cluster_id as Cluster, posts as N, {value} as S from ({Clusters}) order by start_ms, cluster_id";
        return connection.Query<AuthorRow>(sql, Parameters(buckets), buffered: false)
            .Select(row => (row.StartMs, new AuthorSum(row.Cluster, row.N, row.S)));
    }

    private IEnumerable<(long StartMs, AuthorSum Author)> AuthorsOfPacks(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        foreach (var (start, clusters) in Packs.Read(Spans(buckets)))
        {
            for (var at = 0; at < clusters.Entries.Length; at++)
                yield return (start, Said(clusters.Entries[at]));
        }
    }

    private AuthorSum Said(ClusterEntry entry) => new(entry.Cluster, entry.N, query.Measure switch
    {
        Measure.Volume or Measure.Share => 0,
        Measure.Against => entry.Second,
        Measure.Neutral => entry.Third,
        Measure.Net => entry.First - entry.Second,
        _ => entry.First,
    });

    private PackLayout Layout => DayPacks.LayoutOf(query.Measure.Kind());

    private PackedClusters Packs => new(connection, scope, (gateId, scorerId, query.Target), Layout);

    private static List<(long From, long Until)> Spans(IEnumerable<(DateOnly Start, DateOnly End)> buckets) =>
        buckets.Select(bucket => (UtcDay.ToMs(bucket.Start), UtcDay.ToMs(bucket.End))).ToList();

    private static Dictionary<long, long> Reads(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<long> read) =>
        buckets.Zip(read).ToDictionary(pair => UtcDay.ToMs(pair.First.Start), pair => pair.Second);

    // Day by day, since the key leads with the day and then finds the target and the communities.
    private string Clusters => $"""
        select buc.start_ms, sad.cluster_id, sum(sad.n) as posts, sum(sad.value_sum) as s,
            sum(sad.favor) as favor, sum(sad.against) as against, sum(sad.neutral) as neutral
        from (select value ->> 0 as start_ms, value ->> 1 as end_ms from json_each(@buckets)) buc
        cross join calendar cal on cal.grain = 'day' and cal.start_ms >= buc.start_ms and cal.start_ms < buc.end_ms
        cross join {FacetCells.Clusters(query.Facet)} sad on sad.source_id in @SourceIds and sad.day_ms = cal.start_ms
            and sad.gate_id = @gateId and sad.scorer_id = @scorerId and sad.target = @Target
            {FacetCells.Of(query.Facet)} {(scope.Communities is [0] ? "" : "and sad.community_id in @Communities")}
        group by buc.start_ms, sad.cluster_id
        """;

    private object Parameters(IEnumerable<(DateOnly Start, DateOnly End)> buckets) => new
    {
        scope.SourceIds,
        scope.Communities,
        query.Target,
        gateId,
        scorerId,
        Facet = query.Facet?.Key,
        query.Facet?.Value,
        buckets = JsonSerializer.Serialize(
            buckets.Select(bucket => new[] { UtcDay.ToMs(bucket.Start), UtcDay.ToMs(bucket.End) })),
    };

    // Means of fractions depend on the order of adding in their last digits; counts of labels do not.
    private Estimate Rounded(Estimate estimate) => query.Weight == Weighting.Author && estimate.Value is { } value
        ? estimate with { Value = Math.Round(value, 6) + 0.0 }
        : estimate;

    private sealed class KeptRow
    {
        public long StartMs { get; init; }
        public long N { get; init; }
        public long Authors { get; init; }
        public double? Value { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
    }

    private sealed class Sums : ClusterSums
    {
        public long StartMs { get; init; }
        public long Posts { get; init; }
    }

    private sealed class AuthorRow
    {
        public long StartMs { get; init; }
        public long Cluster { get; init; }
        public long N { get; init; }
        public double S { get; init; }
    }
}
