using System.Text.Json;
using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads kept sums, and adds them up over sources that have no author in common.</summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
internal sealed class KeptMoments(SqliteConnection connection, TrendScope scope)
{
    /// <summary>Whether what the scope takes of each source is kept by a grain, and the sources' sums add up.</summary>
    public bool Hold(Grain by) =>
        scope.Parts.All(part => part.Class is not null || part.Communities is [0] || (part.Communities.Count == 1 && by is Grain.Quarter or Grain.Year))
        && AreMade(connection)
        && (scope.Parts.Count == 1 || !ShareAuthors(connection, scope));

    /// <summary>Whether two of the sources were seen to have an author in common, as far as the last roll-up knew.</summary>
    public static bool ShareAuthors(SqliteConnection connection, TrendScope scope) => connection.ExecuteScalar<bool>(
        "select exists (select 1 from shared_author where source_id in @SourceIds and other_id in @SourceIds)", new { scope.SourceIds });

    /// <summary>Whether sums are kept yet: a store of an earlier version has none before its next roll-up.</summary>
    public static bool AreMade(SqliteConnection connection) =>
        connection.ExecuteScalar<bool>("select moments from series_setting where id = 1");

    /// <summary>The sums of each bucket with posts.</summary>
    public IEnumerable<(long StartMs, ClusterSums Sums)> Read(
        Grain by, IEnumerable<(DateOnly Start, DateOnly End)> buckets, string target, long gateId, long scorerId)
    {
        const string Sql = """
            select mom.start_ms as StartMs, sum(mom.n) as N, sum(mom.clusters) as Clusters, sum(mom.authors) as Authors, sum(mom.value_sum) as Sum,
                sum(mom.value_squared) as SumSquared, sum(mom.value_n) as SumTimesN, sum(mom.n_squared) as NSquared,
                sum(mom.favor) as Favor, sum(mom.against) as Against, sum(mom.neutral) as Neutral
            from json_each(@starts) buc
            cross join json_each(@parts) par
            cross join series_moment mom on mom.source_id = par.value ->> 0 and mom.grain = @Grain and mom.start_ms = buc.value
                and mom.gate_id = @gateId and mom.scorer_id = @scorerId and mom.target = @target
                and mom.community_id = par.value ->> 1 and mom.class = par.value ->> 2
            group by buc.key
            order by buc.key
            """;
        return connection.Query<Row>(Sql, new
        {
            starts = JsonSerializer.Serialize(buckets.Select(bucket => UtcDay.ToMs(bucket.Start))),
            parts = JsonSerializer.Serialize(scope.Parts.Select(part => new object[] { part.SourceId, part.Class is null ? part.Communities[0] : 0, part.Class ?? "" })),
            Grain = by.Text(),
            gateId,
            scorerId,
            target,
        }).Select(row => (row.StartMs, (ClusterSums)row));
    }

    private sealed class Row : ClusterSums
    {
        public long StartMs { get; init; }
    }
}
