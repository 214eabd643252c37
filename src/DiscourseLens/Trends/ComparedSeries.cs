using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Finds the values that a query compares, each with the query of its own series.</summary>
internal static class ComparedSeries
{
    /// <summary>Every value: communities with most relevant posts first, others in their usual order.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">What it names.</param>
    /// <param name="gateId">The relevance scorer.</param>
    /// <param name="buckets">The buckets of the answer.</param>
    public static List<(string Value, TrendQuery Query)> Of(
        SqliteConnection connection, TrendQuery query, TrendScope scope, long gateId, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        var single = query with { Compare = null };
        return query.Compare switch
        {
            CompareBy.Target => TrendQuery.Targets.Where(target => target != "all")
                .Select(target => (target, single with { Target = target })).ToList(),
            CompareBy.Source => scope.Sources.Select(source => (source, single with { Sources = [source] })).ToList(),
            CompareBy.Class => Classes(connection, scope).Select(name => (name, single with { Classes = [name] })).ToList(),
            CompareBy.Condition or CompareBy.Language =>
                ComparedFacets.Of(connection, FacetRules.Compared(query.Compare), single, scope, gateId, buckets),
            _ => Communities(connection, single, scope, gateId, buckets),
        };
    }

    private static IEnumerable<string> Classes(SqliteConnection connection, TrendScope scope)
    {
        const string Sql = """
            select distinct class
            from community
            where source_id in @SourceIds and (@everywhere or id in @Communities)
            """;
        var there = connection.Query<string>(Sql, Parameters(scope)).ToHashSet();
        return TrendQuery.CommunityClasses.Where(there.Contains);
    }

    // Whole months, as their counts are kept.
    private static List<(string Value, TrendQuery Query)> Communities(
        SqliteConnection connection, TrendQuery query, TrendScope scope, long gateId, IReadOnlyList<(DateOnly Start, DateOnly End)> buckets)
    {
        const string Sql = """
            select src.name as Source, com.name as Name, coalesce(vol.n, 0) as N
            from community com
            join source src on src.id = com.source_id
            left join (
                select buc.community_id as community_id, sum(buc.n) as n
                from calendar cal
                cross join series_bucket buc on buc.source_id in @SourceIds and buc.grain = cal.grain and buc.start_ms = cal.start_ms
                    and buc.gate_id = @gateId and buc.scorer_id = @gateId and buc.measure = 'volume' and buc.target = @Target
                where cal.grain = 'month' and cal.end_ms > @from and cal.start_ms < @until
                group by buc.community_id) vol on vol.community_id = com.id
            where com.source_id in @SourceIds and (@everywhere or com.id in @Communities)
            order by N desc, com.name, src.name
            """;
        var parameters = Parameters(scope);
        parameters.AddDynamicParams(new
        {
            gateId,
            query.Target,
            from = buckets.Count == 0 ? 0 : UtcDay.ToMs(buckets[0].Start),
            until = buckets.Count == 0 ? 0 : UtcDay.ToMs(buckets[^1].End),
        });
        var rows = connection.Query<Row>(Sql, parameters).ToList();
        var twice = rows.CountBy(row => row.Name).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        return rows.ConvertAll(row => (
            twice.Contains(row.Name) ? $"{row.Source}/{row.Name}" : row.Name,
            query with { Sources = [row.Source], Communities = [row.Name], Classes = [] }));
    }

    private static DynamicParameters Parameters(TrendScope scope) =>
        new(new { scope.SourceIds, scope.Communities, everywhere = scope.Communities is [0] });

    private sealed class Row
    {
        public string Source { get; init; } = "";
        public string Name { get; init; } = "";
        public long N { get; init; }
    }
}
