using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The facets of a kind that a store has posts of, as values to compare.</summary>
internal static class ComparedFacets
{
    /// <summary>Every value, those with most relevant posts in the range first; of means only those that have scores.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="kind">What is compared.</param>
    /// <param name="query">The query of a series, without a facet.</param>
    /// <param name="scope">What it names.</param>
    /// <param name="gateId">The relevance scorer.</param>
    /// <param name="buckets">The buckets of the answer.</param>
    public static List<(string Value, TrendQuery Query)> Of(
        SqliteConnection connection, FacetKind kind, TrendQuery query, TrendScope scope, long gateId,
        IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        const string Sql = """
            select fac.value
            from facet fac
            left join (
                select mon.facet_id as facet_id, sum(mon.n) as n
                from calendar cal
                cross join series_month_by mon on mon.source_id in @SourceIds and mon.start_ms = cal.start_ms and mon.gate_id = @gateId
                    and mon.scorer_id = @gateId and mon.measure = 'volume' and mon.target = @Target and mon.community_id in @Communities
                where cal.grain = 'month' and cal.end_ms > @from and cal.start_ms < @until
                group by mon.facet_id) vol on vol.facet_id = fac.id
            where fac.kind = @kind and fac.held = 1
            order by coalesce(vol.n, 0) desc, fac.value
            """;
        var values = connection.Query<string>(Sql, new
        {
            scope.SourceIds,
            scope.Communities,
            query.Target,
            gateId,
            kind = Facet.KeyOf(kind),
            from = buckets.Count == 0 ? 0 : UtcDay.ToMs(buckets[0].Start),
            until = buckets.Count == 0 ? 0 : UtcDay.ToMs(buckets[^1].End),
        });
        return values.Select(value => new Facet(kind, value))
            .Where(facet => facet.IsKnown && (query.Measure == Measure.Volume || facet.IsScored))
            .Select(facet => (facet.Value, query with { Facet = facet })).ToList();
    }
}
