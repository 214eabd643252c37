using DiscourseLens.Series;

namespace DiscourseLens.Trends.Statistics;

/// <summary>Sums over the clusters of two intervals, and the sums of products that say how far they are the same authors.</summary>
/// <param name="First">Sums of the first interval.</param>
/// <param name="Second">Sums of the second.</param>
/// <param name="Posts">sum_a n_a1 n_a2.</param>
/// <param name="Values">sum_a s_a1 s_a2.</param>
/// <param name="ValuesPosts">sum_a s_a1 n_a2.</param>
/// <param name="PostsValues">sum_a n_a1 s_a2.</param>
internal sealed record PairSums(
    ClusterSums First, ClusterSums Second, double Posts, double Values, double ValuesPosts, double PostsValues)
{
    /// <summary>The sums of clusters at hand.</summary>
    public static PairSums Of(IReadOnlyList<AuthorPair> pairs) => new(
        SumsOf(pairs.Select(pair => pair.First)),
        SumsOf(pairs.Select(pair => pair.Second)),
        pairs.Sum(pair => (double)pair.N1 * pair.N2),
        pairs.Sum(pair => pair.S1 * pair.S2),
        pairs.Sum(pair => pair.S1 * pair.N2),
        pairs.Sum(pair => pair.N1 * pair.S2));

    /// <summary>The sums over the clusters of both, which have none in common.</summary>
    public static PairSums operator +(PairSums one, PairSums other) => new(
        one.First + other.First, one.Second + other.Second,
        one.Posts + other.Posts, one.Values + other.Values, one.ValuesPosts + other.ValuesPosts, one.PostsValues + other.PostsValues);

    /// <summary>The sums of one interval; clusters that wrote nothing in it are passed over.</summary>
    public static ClusterSums SumsOf(IEnumerable<AuthorSum> authors)
    {
        var said = authors.Where(author => author.N > 0).ToList();
        return new()
        {
            N = said.Sum(author => author.N),
            Clusters = said.Count,
            Authors = said.Count(author => author.Cluster > 0),
            Sum = said.Sum(author => author.Sum),
            SumSquared = said.Sum(author => author.Sum * author.Sum),
            SumTimesN = said.Sum(author => author.Sum * author.N),
            NSquared = said.Sum(author => (double)author.N * author.N),
        };
    }
}
