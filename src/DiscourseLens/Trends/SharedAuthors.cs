using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>
/// Sums of products over the clusters of two intervals. They are linear in what a cluster said in the second, so that one need not be added up
/// by cluster.
/// </summary>
/// <param name="first">What each cluster said in the first interval.</param>
internal sealed class SharedAuthors(ClusterTable first) : IClusters
{
    private ExactSum _values;
    private ExactSum _valuesPosts;
    private ExactSum _postsValues;

    /// <summary>sum_a n_a1 n_a2.</summary>
    public double Posts { get; private set; }

    /// <summary>sum_a s_a1 s_a2.</summary>
    public double Values => _values.Value;

    /// <summary>sum_a s_a1 n_a2.</summary>
    public double ValuesPosts => _valuesPosts.Value;

    /// <summary>sum_a n_a1 s_a2.</summary>
    public double PostsValues => _postsValues.Value;

    /// <summary>Adds what a cluster said in the second interval, or a part of it.</summary>
    void IClusters.Add(long group, long cluster, long n, double value, double second, double third)
    {
        var before = first.Find(0, cluster);
        if (before.N == 0)
            return;
        Posts += (double)before.N * n;
        _values.Add(before.First * value);
        _valuesPosts.Add(before.First * n);
        _postsValues.Add(before.N * value);
    }
}
