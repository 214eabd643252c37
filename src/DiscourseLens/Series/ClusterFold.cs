namespace DiscourseLens.Series;

/// <summary>Folds clusters into the sums that <see cref="Estimator"/> takes.</summary>
internal sealed class ClusterFold(PackLayout layout)
{
    private ExactSum _sum;
    private ExactSum _squared;
    private ExactSum _timesN;
    private ExactSum _favor;
    private ExactSum _against;
    private ExactSum _neutral;
    private long _n;
    private long _clusters;
    private long _authors;
    private double _nSquared;

    /// <summary>Posts, however they were weighted.</summary>
    public long Posts { get; private set; }

    /// <summary>Adds a cluster that has posts.</summary>
    public void Add(in ClusterEntry entry) => Add(entry, entry.N, 1);

    /// <summary>Adds a cluster that has posts as one post of their mean: one author, one vote.</summary>
    public void AddVote(in ClusterEntry entry) => Add(entry, 1, entry.N);

    /// <summary>The sums so far.</summary>
    public ClusterSums Sums() => new()
    {
        N = _n,
        Clusters = _clusters,
        Authors = _authors,
        Sum = _sum.Value,
        SumSquared = _squared.Value,
        SumTimesN = _timesN.Value,
        NSquared = _nSquared,
        Favor = _favor.Value,
        Against = _against.Value,
        Neutral = _neutral.Value,
    };

    private void Add(in ClusterEntry entry, long n, double of)
    {
        Posts += entry.N;
        _n += n;
        _clusters++;
        _authors += entry.Cluster > 0 ? 1 : 0;
        _nSquared += (double)n * n;
        if (layout == PackLayout.Labels)
        {
            _favor.Add(entry.First / of);
            _against.Add(entry.Second / of);
            _neutral.Add(entry.Third / of);
        }
        else if (layout == PackLayout.Values)
        {
            var value = entry.First / of;
            _sum.Add(value);
            _squared.Add(value * value);
            _timesN.Add(value * n);
        }
    }
}
