namespace DiscourseLens.Trends.Statistics;

/// <summary>What one cluster (an author, or one post of an unknown author) said in an interval.</summary>
/// <param name="Cluster">An author's id, above zero; else an unknown author's.</param>
/// <param name="N">Posts.</param>
/// <param name="Sum">Sum of their values.</param>
internal readonly record struct AuthorSum(long Cluster, long N, double Sum)
{
    /// <summary>Mean value of the cluster's posts.</summary>
    public double Mean => Sum / N;
}
