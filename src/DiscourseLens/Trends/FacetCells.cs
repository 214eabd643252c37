using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Where the sums of a part of the posts lie; of all posts where no facet is given.</summary>
internal static class FacetCells
{
    /// <summary>The table of sums per cluster, to be joined as <c>sad</c>.</summary>
    public static string Clusters(Facet? facet) => facet is null ? "series_author_day" : "series_author_day_by";

    /// <summary>What narrows it down, with parameters <c>@Facet</c> (the kind) and <c>@Value</c>.</summary>
    public static string Of(Facet? facet) =>
        facet is null ? "" : "and sad.facet_id = (select id from facet where kind = @Facet and value = @Value)";

    /// <summary>A facet's number in the store; 0 where it has none.</summary>
    public static long IdOf(SqliteConnection connection, Facet facet) => connection.ExecuteScalar<long?>(
        "select id from facet where kind = @Key and value = @Value", new { facet.Key, facet.Value }) ?? 0;

    /// <summary>The kept estimates of months with posts, of one community or the union of one source.</summary>
    public static Dictionary<long, TrendCell> Kept(
        SqliteConnection connection, TrendScope scope, TrendQuery query, (long Gate, long Scorer) scorer,
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        const string Sql = """
            select mon.start_ms as StartMs, mon.n as N, mon.authors as Authors, mon.value as Value, mon.low as Low, mon.high as High
            from calendar cal
            cross join series_month_by mon on mon.source_id = @SourceId and mon.start_ms = cal.start_ms
                and mon.facet_id = (select id from facet where kind = @Facet and value = @Value)
                and mon.gate_id = @Gate and mon.scorer_id = @Scorer
                and mon.measure = @Measure and mon.target = @Target and mon.community_id = @Community
            where cal.grain = 'month' and cal.start_ms >= @From and cal.start_ms < @Until
            order by cal.start_ms
            """;
        return connection.Query<KeptRow>(Sql, new
        {
            SourceId = scope.SourceIds[0],
            Community = scope.Communities[0],
            Facet = query.Facet?.Key,
            query.Facet?.Value,
            query.Target,
            scorer.Gate,
            scorer.Scorer,
            Measure = query.Measure.Text(),
            From = UtcDay.ToMs(buckets[0].Start),
            Until = UtcDay.ToMs(buckets[^1].End),
        }).ToDictionary(row => row.StartMs, row => new TrendCell(row.N, row.Authors, new(row.Value, row.Low, row.High)));
    }

    /// <summary>Posts and known authors of each community, or of each facet of the same kind, in each bucket with posts.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="by"><c>community_id</c>, or <c>facet_id</c>.</param>
    /// <param name="scope">Sources and communities.</param>
    /// <param name="query">Measure, target, facet, and the grain of the buckets.</param>
    /// <param name="scorer">The gate, and the measure's scorer.</param>
    /// <param name="buckets">Buckets.</param>
    public static IEnumerable<FacetCount> Counts(
        SqliteConnection connection, string by, TrendScope scope, TrendQuery query, (long Gate, long Scorer) scorer,
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var isKept = query.By == Grain.Month && (by == "community_id" || scope.IsKept);
        return connection.Query<FacetCount>(isKept ? KeptCounts(by) : ComputedCounts(by, scope), new
        {
            scope.SourceIds,
            scope.Communities,
            Facet = query.Facet?.Key,
            query.Facet?.Value,
            query.Target,
            scorer.Gate,
            scorer.Scorer,
            Measure = query.Measure.Text(),
            From = UtcDay.ToMs(buckets[0].Start),
            Until = UtcDay.ToMs(buckets[^1].End),
            buckets = JsonSerializer.Serialize(buckets.Select(bucket => new[] { UtcDay.ToMs(bucket.Start), UtcDay.ToMs(bucket.End) })),
        });
    }

    private static string Facets(string by) =>
        by == "facet_id" ? "in (select id from facet where kind = @Facet)" : "= (select id from facet where kind = @Facet and value = @Value)";

    private static string KeptCounts(string by) => $"""
        select mon.start_ms as StartMs, mon.{by} as Part, mon.n as N, mon.authors as Authors
        from calendar cal
        cross join series_month_by mon on mon.source_id in @SourceIds and mon.start_ms = cal.start_ms and mon.facet_id {Facets(by)}
            and mon.gate_id = @Gate and mon.scorer_id = @Scorer and mon.measure = @Measure and mon.target = @Target
            and mon.community_id {(by == "community_id" ? "> 0" : "in @Communities")}
        where cal.grain = 'month' and cal.start_ms >= @From and cal.start_ms < @Until
        order by mon.start_ms, mon.{by}
        """;

    private static string ComputedCounts(string by, TrendScope scope) => $"""
        select start_ms as StartMs, part as Part, sum(n) as N, sum(cluster_id > 0) as Authors
        from (
            select buc.start_ms, sad.{by} as part, sad.cluster_id, sum(sad.n) as n
            from (select value ->> 0 as start_ms, value ->> 1 as end_ms from json_each(@buckets)) buc
            cross join calendar cal on cal.grain = 'day' and cal.start_ms >= buc.start_ms and cal.start_ms < buc.end_ms
            cross join series_author_day_by sad on sad.source_id in @SourceIds and sad.day_ms = cal.start_ms and sad.facet_id {Facets(by)}
                and sad.gate_id = @Gate and sad.scorer_id = @Scorer and sad.target = @Target
                {(by == "community_id" || scope.Communities is [0] ? "" : "and sad.community_id in @Communities")}
            group by buc.start_ms, sad.{by}, sad.cluster_id)
        group by start_ms, part
        order by start_ms, part
        """;

    private sealed class KeptRow
    {
        public long StartMs { get; init; }
        public long N { get; init; }
        public long Authors { get; init; }
        public double? Value { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
    }
}

/// <summary>Posts and known authors of a part of a bucket.</summary>
internal sealed class FacetCount
{
    public long StartMs { get; init; }

    /// <summary>A community, or a facet.</summary>
    public long Part { get; init; }

    public long N { get; init; }
    public long Authors { get; init; }
}
