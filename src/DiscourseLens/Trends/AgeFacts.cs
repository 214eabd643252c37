using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>
/// What is known of buckets as of a fixed age: only what was looked at then. The covered part is that of the days, times the part of the
/// posts that were looked at; posts that may still be are left out of it, and make the bucket young.
/// </summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
/// <param name="query">Target and age.</param>
/// <param name="gateId">The relevance scorer.</param>
/// <param name="asOf">The store's "now"; null where nobody knows it.</param>
internal sealed class AgeFacts(SqliteConnection connection, TrendScope scope, TrendQuery query, long gateId, DateTimeOffset? asOf)
{
    // A look later than this times its age is not kept for it: until then a post may still be looked at.
    private const double Lateness = 1.25;

    /// <summary>The facts of consecutive buckets, from those of their days.</summary>
    public List<DayFacts> Of(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, IReadOnlyList<DayFacts> facts)
    {
        var wait = (long)(Facet.AgeOf(query.Facet!.Value).TotalMilliseconds * Lateness); // the caller has looked
        var settled = (asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue - wait) - wait;
        var seen = Seen(buckets, settled).ToDictionary(row => row.StartMs);
        return buckets.Zip(facts, (bucket, fact) =>
            Of(fact, seen.GetValueOrDefault(UtcDay.ToMs(bucket.Start)), UtcDay.ToMs(bucket.End) > settled)).ToList();
    }

    private static DayFacts Of(DayFacts fact, Row? seen, bool isYoung) => seen switch
    {
        null or { Held: 0 } => fact with { Young = fact.Young || isYoung },
        { Looked: 0 } => fact with { Covered = 0, Held = false },
        { DueHeld: 0 } => fact with { Young = true },
        _ => fact with
        {
            Covered = seen.DueLooked < seen.DueHeld ? Math.Min(fact.Covered, Math.Max(1, (long)(fact.Covered * ((double)seen.DueLooked / seen.DueHeld)))) : fact.Covered,
            Young = fact.Young || isYoung,
        },
    };

    private IEnumerable<Row> Seen(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets, long settled)
    {
        var within = scope.Communities is [0] ? "" : "and community_id in @Communities";
        var sql = $"""
            select start_ms as StartMs, sum(held) as Held, sum(looked) as Looked,
                sum(iif(day_ms + 86400000 <= @settled, held, 0)) as DueHeld, sum(iif(day_ms + 86400000 <= @settled, looked, 0)) as DueLooked
            from (
                select buc.start_ms as start_ms, cal.start_ms as day_ms,
                    (select coalesce(sum(n), 0) from series_day where source_id in @SourceIds and day_ms = cal.start_ms and gate_id = @gateId
                        and scorer_id = @gateId and target = @Target {within}) as held,
                    (select coalesce(sum(n), 0) from looked_day where source_id in @SourceIds and day_ms = cal.start_ms
                        and facet_id = (select id from facet where kind = 'age' and value = @Value)
                        and gate_id = @gateId and target = @Target {within}) as looked
                from (select value ->> 0 as start_ms, value ->> 1 as end_ms from json_each(@buckets)) buc
                cross join calendar cal on cal.grain = 'day' and cal.start_ms >= buc.start_ms and cal.start_ms < buc.end_ms)
            group by start_ms
            """;
        return connection.Query<Row>(sql, new
        {
            scope.SourceIds,
            scope.Communities,
            query.Target,
            query.Facet!.Value, // as above
            gateId,
            settled,
            buckets = JsonSerializer.Serialize(buckets.Select(bucket => new[] { UtcDay.ToMs(bucket.Start), UtcDay.ToMs(bucket.End) })),
        });
    }

    private sealed class Row
    {
        public long StartMs { get; init; }
        public long Held { get; init; }
        public long Looked { get; init; }
        public long DueHeld { get; init; }
        public long DueLooked { get; init; }
    }
}
