using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads from the packs what each cluster said in buckets of a scope. It leaves this stage as sums only, never by author.</summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
/// <param name="series">Relevance scorer, the measure's scorer and target.</param>
/// <param name="layout">What that scorer's packs hold.</param>
internal sealed class PackedClusters(
    SqliteConnection connection, TrendScope scope, (long Gate, long Scorer, string Target) series, PackLayout layout)
{
    /// <summary>The clusters of each bucket; the table is used again for the next.</summary>
    /// <param name="buckets">In order of time, without overlap.</param>
    public IEnumerable<(long StartMs, ClusterTable Clusters)> Read(IReadOnlyList<(long From, long Until)> buckets)
    {
        var streams = new List<PackStream>();
        try
        {
            var table = new ClusterTable();
            foreach (var part in scope.Parts)
                streams.Add(new(connection, part.SourceId, part.Communities is [0] ? null : part.Communities, series, layout, (buckets[0].From, buckets[^1].Until)));
            foreach (var (from, until) in buckets)
            {
                table.Clear();
                streams.ForEach(stream => stream.AddUntil(table, until));
                yield return (from, table);
            }
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    /// <summary>Adds the clusters of some days to a table, told apart by community or not.</summary>
    public void AddTo(IClusters table, (long From, long Until) days, bool apart = false)
    {
        foreach (var part in scope.Parts)
        {
            using var stream = new PackStream(connection, part.SourceId, part.Communities is [0] ? null : part.Communities, series, layout, days);
            stream.AddUntil(table, days.Until, apart);
        }
    }
}
