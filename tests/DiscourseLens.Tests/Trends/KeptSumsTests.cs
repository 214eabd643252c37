using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Statistics;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Trends;

/// <summary>What is kept, and what is read from packs, is what the rows per author give.</summary>
public sealed class KeptSumsTests
{
    private static readonly SeriesOptions s_all = new() { Suppression = new(1, 0) };

    private static readonly string[] s_scopes =
    [
        "source=reddit", "source=all", "source=reddit&class=therapy", "source=all&class=substance", "source=all&class=therapy,general",
        "source=reddit&community=c1", "source=reddit&community=c0,c2,c3", "source=all&community=c1,c5,c6",
    ];

    private static readonly string[] s_measures =
        ["measure=volume", "measure=share", "measure=sentiment", "measure=net&target=mdma", "measure=sentiment&weight=author", "measure=against&weight=author"];

    private static readonly (DayRun[] First, DayRun[] Second)[] s_intervals =
    [
        ([new(new(2022, 10, 1), new(2022, 11, 7)), new(new(2022, 12, 1), new(2023, 3, 1))], [new(new(2022, 12, 31), new(2023, 12, 1))]),
        ([new(new(2022, 1, 1), new(2023, 1, 1))], [new(new(2023, 1, 1), new(2024, 1, 1))]),
        ([new(new(2022, 12, 1), new(2023, 1, 1))], [new(new(2023, 1, 1), new(2023, 2, 1))]),
        ([new(new(2022, 12, 26), new(2023, 1, 2))], [new(new(2023, 1, 2), new(2023, 1, 9))]),
        ([new(new(2019, 1, 1), new(2020, 1, 1))], [new(new(2023, 1, 1), new(2024, 1, 1))]), // without posts
    ];

    [Fact]
    public void Cells_AreThoseOfTheRows_WhateverIsKept() => RandomSources.Plans.Sample(
        plan =>
        {
            using var random = RandomSources.Make(plan, s_all);
            using var connection = random.Store.Database.ConnectReadOnly();
            foreach (var query in Queries(connection, random.Store))
            {
                var buckets = query.Query.By.Between(new(2022, 9, 1), new(2024, 5, 1)).ToList();
                var read = buckets.ConvertAll(bucket => 1000L + bucket.Start.DayNumber);
                Same(query.Cells.Computed(buckets, read), query.Query.By <= Grain.Month && query.Query.Measure == Measure.Share ? query.Cells.Packed(buckets, read) : query.Cells.Read(buckets, read));
                Same(query.Cells.Computed(buckets, read), query.Cells.Packed(buckets, read));
            }
        },
        iter: 12, threads: 1);

    [Fact]
    public void Pairs_AreThoseOfTheRows() => RandomSources.Plans.Sample(
        plan =>
        {
            using var random = RandomSources.Make(plan, s_all);
            using var connection = random.Store.Database.ConnectReadOnly();
            foreach (var (scope, (first, second)) in s_scopes.SelectMany(_ => s_intervals, (scope, intervals) => (scope, intervals)))
            {
                var query = TrendQuery.FromUrl(scope);
                foreach (var weight in Enum.GetValues<Weighting>())
                {
                    var pairs = new AuthorPairs(connection, TrendScope.Find(connection, query), "all", random.Store.Gate, random.Store.Sentiment, weight);
                    var (packed, rows) = (pairs.Read(first, second), pairs.ReadRows(first, second));
                    Assert.Equal(rows.Select(Counts), packed.Select(Counts));
                    Assert.All(rows.Zip(packed), pair => Assert.Equal(Near(pair.First.S1, pair.First.S2), Near(pair.Second.S1, pair.Second.S2)));
                    Same(pairs.SumsOfRows(first, second), pairs.Sums(first, second));
                }
            }
        },
        iter: 10, threads: 1);

    [Fact]
    public void Answers_StayTheSame_WhenNothingIsKeptYet() => RandomSources.Plans.Sample(
        plan =>
        {
            var options = new SeriesOptions { Suppression = new(3, 2) };
            using var random = RandomSources.Make(plan, options);
            var reader = new TrendReader(random.Store.Database, options);
            var queries = (from scope in s_scopes from grain in new[] { "day", "month", "year" } select TrendQuery.FromUrl($"{scope}&by={grain}&measure=sentiment")).ToList();
            var kept = queries.ConvertAll(query => reader.Read(query));

            random.Store.Execute("""
                insert or ignore into dirty_day (source_id, day_ms) select source_id, day_ms from read_day;
                delete from author_pack;
                delete from year_pack;
                delete from series_moment;
                delete from read_class;
                update series_setting set moments = 0
                """);

            Assert.All(queries.Zip(kept), pair =>
            {
                var now = reader.Read(pair.First);
                Assert.Equal(pair.Second.Buckets, now.Buckets);
                Assert.Equal(pair.Second.Headline, now.Headline);
            });
        },
        iter: 5, threads: 1);

    [Fact]
    public void Rollup_KeepsTheSame_WhenTheStoreGrewBitByBitAndClassesChanged() => RandomSources.Plans.Sample(
        plan =>
        {
            using var random = RandomSources.Make(plan, s_all);
            var grown = Dump(random.Store);
            foreach (var table in new[] { "author_pack", "year_pack", "series_moment", "read_class", "series_author_day", "series_bucket" })
                random.Store.Execute($"delete from {table}");

            new Rollup(random.Store.Database, s_all).Rebuild(CancellationToken.None);

            Assert.Equal(grown, Dump(random.Store));
        },
        iter: 15, threads: 1);

    [Fact]
    public void Rollup_NotesSourcesThatShareAuthors_SoThatTheirSumsAreNotAdded()
    {
        using var store = new StoreBuilder();
        var forum = store.Source("forum");
        var (here, there) = (store.Community("here"), store.Community("there", source: forum));
        store.Posts("2023-01-05", 12, here).RollUp();
        Assert.Empty(store.Rows("select * from shared_author"));

        store.Post("2023-06-05", there, author: 3);
        store.RollUp();

        Assert.Equal([$"{store.SourceId}|{forum}", $"{forum}|{store.SourceId}"], store.Rows("select * from shared_author order by source_id"));
        Assert.Equal("12", new TrendReader(store.Database, s_all).Read(TrendQuery.FromUrl("source=all&by=year")).Buckets[0].Authors.ToString());
    }

    private static List<string> Dump(StoreBuilder store) =>
    [
        .. store.Rows("select source_id, gate_id, scorer_id, target, day_ms, hex(pack) from author_pack order by 1, 2, 3, 4, 5"),
        .. store.Rows("select source_id, start_ms, gate_id, scorer_id, target, hex(pack) from year_pack order by 1, 2, 3, 4, 5"),
        .. store.Rows("select * from series_moment order by 1, 2, 3, 4, 5, 6, 7, 8"),
        .. store.Rows("select * from read_class order by 1, 2, 3"),
        .. store.Rows("select * from series_bucket order by 1, 2, 3, 4, 5, 6, 7, 8"),
    ];

    private static IEnumerable<(TrendQuery Query, TrendCells Cells)> Queries(SqliteConnection connection, StoreBuilder store) =>
        from scope in s_scopes
        from measure in s_measures
        from grain in Enum.GetValues<Grain>()
        let query = TrendQuery.FromUrl($"{scope}&{measure}&by={grain.Text()}")
        let scorer = CurrentScorers.Read(connection).Find(query.Measure.Kind())!.Id
        select (query, new TrendCells(connection, TrendScope.Find(connection, query), query, store.Gate, scorer));

    private static void Same(Dictionary<long, TrendCell> expected, Dictionary<long, TrendCell> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (start, cell) in expected)
        {
            Assert.Equal((cell.N, cell.Authors), (actual[start].N, actual[start].Authors));
            Assert.All(Numbers(cell.Estimate).Zip(Numbers(actual[start].Estimate)), pair => Near(pair.First, pair.Second));
        }
    }

    private static void Same(PairSums expected, PairSums actual)
    {
        Assert.Equal(Numbers(expected.First).Count, Numbers(actual.First).Count);
        var all = (PairSums sums) => (double[])[.. Numbers(sums.First), .. Numbers(sums.Second), sums.Posts, sums.Values, sums.ValuesPosts, sums.PostsValues];
        Assert.All(all(expected).Zip(all(actual)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    private static List<double> Numbers(ClusterSums sums) =>
        [sums.N, sums.Clusters, sums.Authors, sums.Sum, sums.SumSquared, sums.SumTimesN, sums.NSquared];

    private static (long, long, long) Counts(AuthorPair pair) => (pair.Cluster, pair.N1, pair.N2);

    private static (double, double) Near(double one, double other) => (Math.Round(one, 10), Math.Round(other, 10));

    private static double?[] Numbers(Estimate estimate) => [estimate.Value, estimate.Low, estimate.High];

    // Estimates are rounded, and where a half is rounded the order of adding may decide: then they lie one apart in the last digit.
    private static void Near(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } one && actual is { } other && Math.Abs(one - other) > 1e-9 * Math.Max(1, Math.Abs(one)))
            Assert.Equal(1e-6, Math.Abs(one - other), 1e-9);
    }
}
