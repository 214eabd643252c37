using CsCheck;
using DiscourseLens.Series;

namespace DiscourseLens.Tests.Series;

public sealed class AuthorPackTests
{
    private static readonly Gen<double> s_values = Gen.OneOf(
        Gen.Int[-1_000_000, 1_000_000].Select(whole => whole / 1e4), Gen.Double[-5, 5], Gen.Const(0.1 + 0.2), Gen.Const(1e-300), Gen.Const(-1e300), Gen.Const(0.0));

    private static readonly Gen<(long Cluster, long N, double A, double B, double C)> s_cluster =
        Gen.Select(Gen.OneOf(Gen.Long[-5, 50], Gen.Long[-1L << 60, 1L << 60]), Gen.Long[1, 1L << 40], s_values, s_values, s_values);

    [Fact]
    public void Next_GivesBackWhatWasAdded_ToTheLastBit() => Gen.Select(
        Gen.Enum<PackLayout>(), Gen.Dictionary(Gen.Long[1, 1000], s_cluster.Array[1, 20])[0, 6]).Sample((layout, communities) =>
        {
            var rows = communities.OrderBy(pair => pair.Key)
                .SelectMany(pair => pair.Value.DistinctBy(row => row.Cluster).OrderBy(row => row.Cluster)
                    .Select(row => (pair.Key, row.Cluster, row.N, layout == PackLayout.Counts ? 0 : row.A, layout == PackLayout.Labels ? row.B : 0, layout == PackLayout.Labels ? row.C : 0)))
                .ToList();
            var writer = new AuthorPackWriter(layout);
            foreach (var (community, cluster, n, a, b, c) in rows)
                writer.Add(community, cluster, n, a, b, c);
            var pack = writer.Close();

            Assert.Equal(rows, Read(pack));
            Assert.Single(writer.Close()); // empty again
        });

    [Fact]
    public void NextCommunity_PassesOverTheRest_OfTheOneBefore()
    {
        var writer = new AuthorPackWriter(PackLayout.Values);
        for (var community = 1; community <= 3; community++)
        {
            for (var cluster = 0; cluster < 300; cluster++)
                writer.Add(community, cluster * 1000, 1, 0.1 * cluster, 0, 0);
        }

        var pack = new AuthorPack(writer.Close());
        Assert.True(pack.NextCommunity() && pack.Next() && pack.Next() && pack.NextCommunity() && pack.NextCommunity());
        Assert.Equal(3, pack.Community);
        Assert.True(pack.Next());
        Assert.Equal(0, pack.Cluster);
        Assert.False(pack.NextCommunity());
    }

    [Fact]
    public void Table_AddsUpByClusterAndGroup_AlsoAfterItWasCleared() => Gen.Select(Gen.Int[0, 3], Gen.Long[-40, 40], Gen.Int[1, 9]).Array[0, 2000].Sample(rows =>
    {
        var table = new ClusterTable();
        foreach (var some in new[] { rows, rows.Take(3).ToArray(), rows.Reverse().ToArray() })
        {
            table.Clear();
            foreach (var (group, cluster, n) in some)
                table.Add(group, cluster, n, n / 10.0, 0, 0);
            var sums = some.GroupBy(row => (row.Item1, row.Item2)).ToDictionary(each => each.Key, each => each.Sum(row => row.Item3));
            Assert.Equal(sums.Count, table.Entries.Length);
            foreach (var ((group, cluster), n) in sums)
            {
                Assert.Equal(n, table.Find(group, cluster).N);
                Assert.Equal(n / 10.0, table.Find(group, cluster).First, 1e-12);
            }

            Assert.Equal(0, table.Find(9, 1).N);
        }
    }, iter: 200);

    private static List<(long, long, long, double, double, double)> Read(byte[] bytes)
    {
        var rows = new List<(long, long, long, double, double, double)>();
        var pack = new AuthorPack(bytes);
        while (pack.NextCommunity())
        {
            while (pack.Next())
                rows.Add((pack.Community, pack.Cluster, pack.N, pack.First, pack.Second, pack.Third));
        }

        return rows;
    }
}
