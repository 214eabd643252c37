using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Writes the rows of one bucket.</summary>
internal sealed class BucketRows(SqliteConnection connection, (long SourceId, Grain Grain, long StartMs, long EndMs, long GateId) bucket) : IDisposable
{
    private readonly RowInsert _estimates = new(connection, InsertEstimate, 14);
    private readonly RowInsert _moments = new(connection, InsertMoment, 18);
    private readonly RowInsert _packs = new(connection, InsertPack, 6);
    private readonly string _grain = bucket.Grain.Text();

    /// <summary>Adds an estimate of a community, 0 for all.</summary>
    public void AddEstimate(string target, long scorerId, long community, Measure measure, ClusterSums sums, Estimate estimate) => _estimates.Add(
        bucket.SourceId, community, target, bucket.GateId, scorerId, measure.Text(), _grain, bucket.StartMs, bucket.EndMs,
        sums.N, sums.Authors, estimate.Value, estimate.Low, estimate.High);

    /// <summary>Adds the sums of a community, of a class (community 0 and its name), or of all (0 and no name).</summary>
    public void AddMoment(string target, long scorerId, long community, string className, ClusterSums sums) => _moments.Add(
        bucket.SourceId, _grain, bucket.StartMs, bucket.GateId, scorerId, target, community, className, sums.N, sums.Clusters, sums.Authors,
        sums.Sum, sums.SumSquared, sums.SumTimesN, sums.NSquared, sums.Favor, sums.Against, sums.Neutral);

    /// <summary>Adds a year's clusters.</summary>
    public void AddPack(string target, long scorerId, byte[] pack) => _packs.Add(bucket.SourceId, bucket.StartMs, bucket.GateId, scorerId, target, pack);

    /// <inheritdoc />
    public void Dispose()
    {
        _packs.Dispose();
        _estimates.Dispose();
        _moments.Dispose();
    }

    private const string InsertEstimate = """
        insert into series_bucket (source_id, community_id, target, gate_id, scorer_id, measure, grain, start_ms, end_ms,
            n, authors, value, low, high)
        values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)
        """;

    private const string InsertPack = """
        insert into year_pack (source_id, start_ms, gate_id, scorer_id, target, pack) values (@0, @1, @2, @3, @4, @5)
        """;

    private const string InsertMoment = """
        insert into series_moment (source_id, grain, start_ms, gate_id, scorer_id, target, community_id, class, n, clusters, authors,
            value_sum, value_squared, value_n, n_squared, favor, against, neutral)
        values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17)
        """;
}
