namespace DiscourseLens.Series;

/// <summary>Takes what clusters said, day by day.</summary>
internal interface IClusters
{
    /// <summary>Adds posts of a cluster.</summary>
    void Add(long group, long cluster, long n, double first, double second, double third);
}
