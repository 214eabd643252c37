using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Trends.Statistics;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads what each cluster said in two intervals of a series. It leaves this stage as sums only, never by author.</summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
/// <param name="target">The target.</param>
/// <param name="gateId">The relevance scorer.</param>
/// <param name="scorerId">The measure's scorer.</param>
/// <param name="weight">By authors, a cluster's posts count as one of their mean value.</param>
/// <param name="facet">Of which part of the posts; null for all.</param>
internal sealed class AuthorPairs(
    SqliteConnection connection, TrendScope scope, string target, long gateId, long scorerId, Weighting weight = Weighting.Post, Facet? facet = null)
{
    /// <summary>The clusters that wrote in either interval, in order of their number.</summary>
    public List<AuthorPair> Read(IEnumerable<DayRun> first, IEnumerable<DayRun> second) =>
        facet is null ? Packed(scope, first, second).Pairs() : ReadRows(first, second);

    /// <summary>Their sums.</summary>
    public PairSums Sums(IEnumerable<DayRun> first, IEnumerable<DayRun> second) =>
        facet is null ? PackedSums(first, second) : SumsOfRows(first, second);

    /// <summary>As <see cref="Read"/>, from the rows that the packs are made of; of a facet there are only rows.</summary>
    internal List<AuthorPair> ReadRows(IEnumerable<DayRun> first, IEnumerable<DayRun> second) =>
        connection.Query<Row>(Weighted + " order by cluster_id", Parameters(first, second))
            .Select(row => new AuthorPair(row.Cluster, row.N1, row.S1, row.N2, row.S2)).ToList();

    /// <summary>As <see cref="Sums"/>, from the rows that the packs are made of.</summary>
    internal PairSums SumsOfRows(IEnumerable<DayRun> first, IEnumerable<DayRun> second)
    {
        var sql = $"""
            select coalesce(sum(n1), 0) as N1, sum(n1 > 0) as Clusters1, sum(n1 > 0 and cluster_id > 0) as Authors1,
                sum(s1) as Sum1, sum(s1 * s1) as SumSquared1, sum(s1 * n1) as SumTimesN1, 1.0 * sum(n1 * n1) as NSquared1,
                coalesce(sum(n2), 0) as N2, sum(n2 > 0) as Clusters2, sum(n2 > 0 and cluster_id > 0) as Authors2,
                sum(s2) as Sum2, sum(s2 * s2) as SumSquared2, sum(s2 * n2) as SumTimesN2, 1.0 * sum(n2 * n2) as NSquared2,
                1.0 * sum(n1 * n2) as Posts, sum(s1 * s2) as "Values", sum(s1 * n2) as ValuesPosts, sum(n1 * s2) as PostsValues
            from ({Weighted})
            """;
        var row = connection.QuerySingle<SumsRow>(sql, Parameters(first, second));
        return new(row.First, row.Second, row.Posts ?? 0, row.Values ?? 0, row.ValuesPosts ?? 0, row.PostsValues ?? 0);
    }

    private PairSums PackedSums(IEnumerable<DayRun> first, IEnumerable<DayRun> second) =>
        weight == Weighting.Post && KeptPairs.Of(first.ToList(), second.ToList()) is { } kept && kept.Hold(connection, scope)
            ? kept.Read(connection, scope, (gateId, scorerId, target), Layout)
            : AddedSums(first, second);

    // Source by source where they have no author in common: a processor's caches hold one source's authors, not all of them.
    private PairSums AddedSums(IEnumerable<DayRun> first, IEnumerable<DayRun> second) =>
        scope.Parts.Count == 1 || !KeptMoments.AreMade(connection) || KeptMoments.ShareAuthors(connection, scope)
            ? Packed(scope, first, second).Sums()
            : scope.Parts.Select(part => Packed(new([part]), first, second).Sums()).Aggregate((one, other) => one + other);

    private PackedPairs Packed(TrendScope of, IEnumerable<DayRun> first, IEnumerable<DayRun> second) => new(
        new(connection, of, (gateId, scorerId, target), Layout), first, second, weight);

    private PackLayout Layout => scorerId == gateId ? PackLayout.Counts : PackLayout.Values;

    private string Weighted => weight == Weighting.Post ? Clusters : $"""
        select cluster_id, cluster, min(n1, 1) as n1, iif(n1 > 0, s1 / n1, 0.0) as s1, min(n2, 1) as n2, iif(n2 > 0, s2 / n2, 0.0) as s2
        from ({Clusters})
        """;

    private string Clusters => $"""
        select sad.cluster_id as cluster_id, sad.cluster_id as cluster, sum(iif(run.side = 1, sad.n, 0)) as n1, sum(iif(run.side = 1, sad.value_sum, 0.0)) as s1,
            sum(iif(run.side = 2, sad.n, 0)) as n2, sum(iif(run.side = 2, sad.value_sum, 0.0)) as s2
        from (select value ->> 0 as side, value ->> 1 as from_ms, value ->> 2 as until_ms from json_each(@runs)) run
        cross join calendar cal on cal.grain = 'day' and cal.start_ms >= run.from_ms and cal.start_ms < run.until_ms
        cross join {FacetCells.Clusters(facet)} sad on sad.source_id in @SourceIds and sad.day_ms = cal.start_ms
            and sad.gate_id = @gateId and sad.scorer_id = @scorerId and sad.target = @target
            {FacetCells.Of(facet)} {(scope.Communities is [0] ? "" : "and sad.community_id in @Communities")}
        group by sad.cluster_id
        """;

    private object Parameters(IEnumerable<DayRun> first, IEnumerable<DayRun> second) => new
    {
        scope.SourceIds,
        scope.Communities,
        target,
        gateId,
        scorerId,
        Facet = facet?.Key,
        facet?.Value,
        runs = JsonSerializer.Serialize(first.Select(run => Run(1, run)).Concat(second.Select(run => Run(2, run)))),
    };

    private static long[] Run(int side, DayRun run) => [side, UtcDay.ToMs(run.From), UtcDay.ToMs(run.Until)];

    private sealed class Row
    {
        public long Cluster { get; init; }
        public long N1 { get; init; }
        public double S1 { get; init; }
        public long N2 { get; init; }
        public double S2 { get; init; }
    }

    private sealed class SumsRow
    {
        public long N1 { get; init; }
        public long? Clusters1 { get; init; }
        public long? Authors1 { get; init; }
        public double? Sum1 { get; init; }
        public double? SumSquared1 { get; init; }
        public double? SumTimesN1 { get; init; }
        public double? NSquared1 { get; init; }
        public long N2 { get; init; }
        public long? Clusters2 { get; init; }
        public long? Authors2 { get; init; }
        public double? Sum2 { get; init; }
        public double? SumSquared2 { get; init; }
        public double? SumTimesN2 { get; init; }
        public double? NSquared2 { get; init; }
        public double? Posts { get; init; }
        public double? Values { get; init; }
        public double? ValuesPosts { get; init; }
        public double? PostsValues { get; init; }

        public ClusterSums First => Sums(N1, Clusters1, Authors1, Sum1, SumSquared1, SumTimesN1, NSquared1);
        public ClusterSums Second => Sums(N2, Clusters2, Authors2, Sum2, SumSquared2, SumTimesN2, NSquared2);

        private static ClusterSums Sums(
            long n, long? clusters, long? authors, double? sum, double? squared, double? timesN, double? nSquared) => new()
            {
                N = n,
                Clusters = clusters ?? 0,
                Authors = authors ?? 0,
                Sum = sum ?? 0,
                SumSquared = squared ?? 0,
                SumTimesN = timesN ?? 0,
                NSquared = nSquared ?? 0,
            };
    }
}
