using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends;

/// <summary>What each cluster said in two intervals, by posts or by votes.</summary>
internal sealed class PackedPairs
{
    private readonly ClusterTable _first = new();
    private readonly ClusterTable _second = new();
    private readonly Weighting _weight;

    /// <summary>Reads both intervals.</summary>
    public PackedPairs(PackedClusters clusters, IEnumerable<DayRun> first, IEnumerable<DayRun> second, Weighting weight)
    {
        _weight = weight;
        foreach (var run in first)
            clusters.AddTo(_first, (UtcDay.ToMs(run.From), UtcDay.ToMs(run.Until)));
        foreach (var run in second)
            clusters.AddTo(_second, (UtcDay.ToMs(run.From), UtcDay.ToMs(run.Until)));
    }

    /// <summary>The clusters of either interval, in order of their number.</summary>
    public List<AuthorPair> Pairs()
    {
        var pairs = new List<AuthorPair>(_first.Entries.Length + _second.Entries.Length);
        foreach (ref readonly var one in _first.Entries)
            pairs.Add(Pair(one.Cluster, one, _second.Find(0, one.Cluster)));
        foreach (ref readonly var other in _second.Entries)
        {
            if (_first.Find(0, other.Cluster).N == 0)
                pairs.Add(Pair(other.Cluster, default, other));
        }

        pairs.Sort((one, other) => one.Cluster.CompareTo(other.Cluster));
        return pairs;
    }

    /// <summary>Their sums.</summary>
    public PairSums Sums()
    {
        var (posts, values, valuesPosts, postsValues) = (0.0, new ExactSum(), new ExactSum(), new ExactSum());
        foreach (ref readonly var one in _first.Entries)
        {
            if (_second.Find(0, one.Cluster) is not { N: > 0 } other)
                continue;
            var pair = Pair(one.Cluster, one, other);
            posts += (double)pair.N1 * pair.N2;
            values.Add(pair.S1 * pair.S2);
            valuesPosts.Add(pair.S1 * pair.N2);
            postsValues.Add(pair.N1 * pair.S2);
        }

        return new(Folded(_first), Folded(_second), posts, values.Value, valuesPosts.Value, postsValues.Value);
    }

    private ClusterSums Folded(ClusterTable table)
    {
        var fold = new ClusterFold(PackLayout.Values);
        foreach (ref readonly var entry in table.Entries)
        {
            if (_weight == Weighting.Post)
                fold.Add(entry);
            else
                fold.AddVote(entry);
        }

        return fold.Sums();
    }

    private AuthorPair Pair(long cluster, in ClusterEntry one, in ClusterEntry other) => _weight == Weighting.Post
        ? new(cluster, one.N, one.First, other.N, other.First)
        : new(cluster, Math.Min(one.N, 1), Mean(one), Math.Min(other.N, 1), Mean(other));

    private static double Mean(in ClusterEntry entry) => entry.N > 0 ? entry.First / entry.N : 0;
}
