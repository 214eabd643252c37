namespace DiscourseLens.Trends.Statistics;

/// <summary>What one cluster said in two intervals.</summary>
internal readonly record struct AuthorPair(long Cluster, long N1, double S1, long N2, double S2)
{
    /// <summary>In the first interval.</summary>
    public AuthorSum First => new(Cluster, N1, S1);

    /// <summary>In the second interval.</summary>
    public AuthorSum Second => new(Cluster, N2, S2);

    /// <summary>Whether the cluster wrote in both.</summary>
    public bool Stays => N1 > 0 && N2 > 0;
}
