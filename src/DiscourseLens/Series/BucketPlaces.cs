namespace DiscourseLens.Series;

/// <summary>Adds up what clusters said in one bucket of a source: in each community, in each class of communities, and in all.</summary>
/// <param name="classes">The class of each community of the source.</param>
internal sealed class BucketPlaces(IReadOnlyDictionary<long, string> classes)
{
    private readonly List<string> _names = [.. classes.Values.Distinct().Order(StringComparer.Ordinal)];
    private readonly ClusterTable _communities = new();
    private readonly ClusterTable _classes = new();
    private readonly ClusterTable _all = new();

    /// <summary>Forgets what was added.</summary>
    public void Clear() => _communities.Clear();

    /// <summary>Adds a day.</summary>
    public void Add(AuthorPack pack)
    {
        while (pack.NextCommunity())
        {
            while (pack.Next())
                _communities.Add(pack.Community, pack.Cluster, pack.N, pack.First, pack.Second, pack.Third);
        }
    }

    /// <summary>The sums: of communities in order, then of classes (community 0 and the class's name), then of all (0 and no name).</summary>
    public IEnumerable<(long Community, string Class, ClusterSums Sums)> Fold(PackLayout layout)
    {
        _classes.Clear();
        _all.Clear();
        foreach (ref readonly var entry in _communities.Entries)
        {
            _classes.Add(_names.IndexOf(classes[entry.Group]), entry.Cluster, entry.N, entry.First, entry.Second, entry.Third);
            _all.Add(0, entry.Cluster, entry.N, entry.First, entry.Second, entry.Third);
        }

        return Folded(_communities, layout).Select(pair => (pair.Key, "", pair.Value.Sums()))
            .Concat(Folded(_classes, layout).Select(pair => (0L, _names[(int)pair.Key], pair.Value.Sums())))
            .Concat(Folded(_all, layout).Select(pair => (0L, "", pair.Value.Sums())));
    }

    /// <summary>What was folded last, over all communities, packed.</summary>
    public byte[] Pack(PackLayout layout)
    {
        var writer = new AuthorPackWriter(layout);
        var entries = _all.Entries.ToArray();
        Array.Sort(entries, (one, other) => one.Cluster.CompareTo(other.Cluster));
        foreach (ref readonly var entry in entries.AsSpan())
            writer.Add(0, entry.Cluster, entry.N, entry.First, entry.Second, entry.Third);
        return writer.Close();
    }

    private static SortedDictionary<long, ClusterFold> Folded(ClusterTable table, PackLayout layout)
    {
        var folds = new SortedDictionary<long, ClusterFold>();
        foreach (ref readonly var entry in table.Entries)
        {
            if (!folds.TryGetValue(entry.Group, out var fold))
                folds.Add(entry.Group, fold = new(layout));
            fold.Add(entry);
        }

        return folds;
    }
}
