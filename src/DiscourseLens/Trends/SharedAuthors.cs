using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>
/// Sums of products over the clusters of two intervals. They are linear in what a cluster said in the second, so that one need not be added up
/// by cluster.
/// </summary>
internal sealed class SharedAuthors
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

    /// <summary>Adds the clusters of both packs, which hold one community each.</summary>
    public void Add(AuthorPack first, AuthorPack second)
    {
        var more = first.NextCommunity() && second.NextCommunity() && first.Next() && second.Next();
        while (more)
        {
            if (first.Cluster == second.Cluster)
            {
                Add((first.N, first.First), (second.N, second.First));
                more = first.Next() && second.Next();
            }
            else
            {
                more = first.Cluster < second.Cluster ? first.Next() : second.Next();
            }
        }
    }

    /// <summary>Takes what clusters said in the second interval.</summary>
    /// <param name="first">What each said in the first.</param>
    public IClusters Beside(ClusterTable first) => new Second(this, first);

    private void Add((long N, double Sum) first, (long N, double Sum) second)
    {
        Posts += (double)first.N * second.N;
        _values.Add(first.Sum * second.Sum);
        _valuesPosts.Add(first.Sum * second.N);
        _postsValues.Add(first.N * second.Sum);
    }

    private sealed class Second(SharedAuthors sums, ClusterTable first) : IClusters
    {
        public void Add(long group, long cluster, long n, double value, double second, double third)
        {
            if (first.Find(0, cluster) is { N: > 0 } before)
                sums.Add((before.N, before.First), (n, value));
        }
    }
}
