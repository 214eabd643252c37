namespace DiscourseLens.Series;

/// <summary>
/// Sums over the clusters a of a bucket, where n_a counts a cluster's posts and s_a sums their values.
/// A cluster is an author, or one post whose author is unknown.
/// </summary>
internal class ClusterSums
{
    /// <summary>Posts: sum of n_a.</summary>
    public long N { get; init; }

    /// <summary>Clusters.</summary>
    public long Clusters { get; init; }

    /// <summary>Clusters that are known authors.</summary>
    public long Authors { get; init; }

    /// <summary>Sum of s_a.</summary>
    public double Sum { get; init; }

    /// <summary>Sum of s_a squared.</summary>
    public double SumSquared { get; init; }

    /// <summary>Sum of s_a n_a.</summary>
    public double SumTimesN { get; init; }

    /// <summary>Sum of n_a squared.</summary>
    public double NSquared { get; init; }

    /// <summary>Posts labelled FAVOR.</summary>
    public double Favor { get; init; }

    /// <summary>Posts labelled AGAINST.</summary>
    public double Against { get; init; }

    /// <summary>Posts labelled NEUTRAL.</summary>
    public double Neutral { get; init; }

    /// <summary>The sums over the clusters of both, which have none in common.</summary>
    public static ClusterSums operator +(ClusterSums one, ClusterSums other) => new()
    {
        N = one.N + other.N,
        Clusters = one.Clusters + other.Clusters,
        Authors = one.Authors + other.Authors,
        Sum = one.Sum + other.Sum,
        SumSquared = one.SumSquared + other.SumSquared,
        SumTimesN = one.SumTimesN + other.SumTimesN,
        NSquared = one.NSquared + other.NSquared,
        Favor = one.Favor + other.Favor,
        Against = one.Against + other.Against,
        Neutral = one.Neutral + other.Neutral,
    };
}
