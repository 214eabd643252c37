using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Series;

public sealed class RollupTests
{
    private static readonly string[] s_tables =
    [
        "select * from series_day order by 1, 2, 3, 4, 5, 6",
        "select * from series_author_day order by 1, 2, 3, 4, 5, 6, 7",
        "select * from read_day order by 1, 2, 3",
        "select * from coverage_span order by 1, 2, 3",
        "select * from community_range order by 1, 2",
        "select * from series order by 1, 2, 3, 4, 5",
        "select * from series_bucket order by 1, 2, 3, 4, 5, 6, 7, 8",
        "select source_id, gate_id, scorer_id, target, day_ms, hex(pack) from author_pack order by 1, 2, 3, 4, 5",
        "select source_id, start_ms, gate_id, scorer_id, target, hex(pack) from year_pack order by 1, 2, 3, 4, 5",
        "select * from series_moment order by 1, 2, 3, 4, 5, 6, 7, 8",
        "select * from read_class order by 1, 2, 3",
        "select * from rolled_class order by 1",
        "select * from calendar order by 1, 2",
        "select * from series_author_day_by order by 1, 2, 3, 4, 5, 6, 7, 8",
        "select * from series_month_by order by 1, 2, 3, 4, 5, 6, 7, 8",
        "select * from looked_day order by 1, 2, 3, 4, 5, 6",
        "select * from lost_day order by 1, 2, 3, 4",
        "select kind, value from facet where held = 1 order by 1, 2",
        "select * from item_condition order by 1, 2, 3",
        "select * from series_setting",
        "select * from dirty_day",
        "select * from dirty_bucket",
    ];

    private static readonly string[] s_made =
    [
        "series_day", "series_author_day", "read_day", "coverage_span", "community_range", "series", "series_bucket", "author_pack", "year_pack", "series_moment",
        "read_class", "calendar",
        "series_author_day_by", "series_month_by", "item_condition", "looked_day", "lost_day",
    ];

    [Fact]
    public void Rebuild_MakesTheSameRows_WhenTheStoreGrewBitByBit() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 4, new());
            var store = random.Store;
            var grown = Dump(store);

            new Rollup(store.Database).Rebuild(CancellationToken.None);
            Assert.Equal(grown, Dump(store));

            foreach (var table in s_made)
                store.Execute($"delete from {table}");
            new Rollup(store.Database).Rebuild(CancellationToken.None);
            Assert.Equal(grown, Dump(store));
        },
        iter: 30, threads: 1);

    [Fact]
    public void Run_AddsUp_WhateverTheStoreHolds() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, new());
            const string Days = "select sum(n), round(sum(value_sum), 9), sum(favor), sum(against), sum(neutral) from {0} group by scorer_id, target order by scorer_id, target";
            Assert.Equal(random.Store.Rows(string.Format(null, Days, "series_day")), random.Store.Rows(string.Format(null, Days, "series_author_day")));

            const string Buckets = "select scorer_id, target, sum(n) from series_bucket where grain = '{0}' and community_id {1} 0 and measure in ('volume', 'sentiment', 'net') group by scorer_id, target order by scorer_id, target";
            var days = random.Store.Rows("select scorer_id, target, sum(n) from series_day group by scorer_id, target order by scorer_id, target");
            foreach (var grain in new[] { "day", "week", "month" })
            {
                Assert.Equal(days, random.Store.Rows(string.Format(null, Buckets, grain, "<>")));
                Assert.Equal(days, random.Store.Rows(string.Format(null, Buckets, grain, "=")));
            }
        },
        iter: 20, threads: 1);

    [Fact]
    public void Run_TakesUpAKilledRun_WhenDaysOrBucketsAreStillMarked()
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        store.Covers("2023-01-01", "2023-07-01");
        for (var day = 0; day < 150; day++)
            store.Post(new DateOnly(2023, 1, 1).AddDays(day).ToString("O"), c, day);

        var runs = 0;
        for (; ; runs++)
        {
            try
            {
                using var each = new CancellationTokenSource();
                new Rollup(store.Database).Run(new Stop(each), each.Token);
                break;
            }
            catch (OperationCanceledException)
            {
            }
        }

        var grown = Dump(store);
        new Rollup(store.Database).Rebuild(CancellationToken.None);
        Assert.Equal(grown, Dump(store));
        Assert.True(runs > 4);
    }

    [Fact]
    public void Run_TakesTheLargerCount_WhenTwoFilesHoldTheSameDay()
    {
        using var store = new StoreBuilder();
        var (c, second) = (store.Community("c"), store.File("b"));
        store.Reads("2023-01-01", 40, c).Reads("2023-01-01", 60, c, file: second)
            .Reads("2023-01-01", 5, c, "submission").Reads("2023-01-01", 900, 0, file: second)
            .Posts("2023-01-01", 13, c).RollUp();

        Assert.Equal(["0|965|13", $"{c}|65|13"], store.Rows("select community_id, n, held from read_day order by community_id"));
        Assert.Equal(13.0 / 65, Assert.Single(store.Trend("measure=share", "community=c").Buckets).Value);
        Assert.Equal(13.0 / 965, Assert.Single(store.Trend("measure=share").Buckets).Value);
    }

    [Fact]
    public void Run_CountsUnscoredPostsInTheGateOnly_WhenABotWrote()
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        store.Post("2023-01-01", c, compound: 0.5);
        store.Post("2023-01-01", c, compound: null);
        store.RollUp();

        Assert.Equal(
            [$"{store.Gate}|2|0", $"{store.Sentiment}|1|0.5", $"{store.Stance}|1|0"],
            store.Rows("select scorer_id, n, value_sum from series_day order by scorer_id"));
    }

    [Fact]
    public void Run_GivesEachDeletedAuthorAClusterOfItsOwn_AndCountsNone()
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        store.Post("2023-01-01", c, author: null);
        store.Post("2023-01-01", c, author: null);
        store.Post("2023-01-01", c, author: 1);
        store.Post("2023-01-02", c, author: 1);
        store.RollUp();

        Assert.Equal(["3"], store.Rows("select count(distinct cluster_id) from series_author_day"));
        Assert.Equal(["4|1"], store.Rows("select n, authors from trend_month where community = 'c' and measure = 'volume'"));
    }

    [Fact]
    public void Run_RollsEveryDayUpAgain_WhenAnotherScorerComesIntoUse()
    {
        using var store = new StoreBuilder();
        var c = store.Community("c");
        var item = store.Post("2023-01-01", c, compound: 0.5);
        store.RollUp();
        store.Execute("update scorer set current = 0 where id = @Sentiment", new { store.Sentiment });
        var newer = store.Scorer("sentiment", "newer");
        store.Execute(
            "insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound) values (@item, @newer, 'all', 0, 1, 0, -0.5)",
            new { item, newer });
        store.RollUp();

        Assert.Equal(
            [$"{store.Sentiment}|0.5", $"{newer}|-0.5"],
            store.Rows("select scorer_id, value_sum from series_day where value_sum <> 0 order by scorer_id"));
        Assert.Equal(["newer/1/01234567|-0.5"], store.Rows("select scorer, value from trend_month where community = 'c' and measure = 'sentiment'"));
    }

    [Fact]
    public void Views_NameNoAuthor_InAnyColumn()
    {
        using var store = new StoreBuilder();
        var columns = store.Rows(
            """
            select vie.name || '.' || col.name
            from sqlite_schema vie join pragma_table_info(vie.name) col
            where vie.type = 'view'
            order by vie.name, col.cid
            """);

        // Distinct authors are counted, never named.
        Assert.DoesNotContain(columns, name => name.Contains("author", StringComparison.Ordinal) && !name.EndsWith(".authors", StringComparison.Ordinal));
        Assert.DoesNotContain(columns, name => name.Contains("cluster", StringComparison.Ordinal));
        Assert.Equal(
            "start end source community target scorer measure state n authors value low high mark suppressed coverage",
            string.Join(' ', columns.Where(name => name.StartsWith("trend_week.", StringComparison.Ordinal)).Select(name => name["trend_week.".Length..])));
    }

    [Fact]
    public void Run_GivesKeptVolumesTheirInterval_WhenTheStoreIsFromBeforeTheyHadOne()
    {
        using var store = new StoreBuilder();
        store.Posts("2023-01-10", 25, store.Community("c")).RollUp();
        store.Execute("update series_bucket set low = null, high = null where measure = 'volume'");
        using var script = new StreamReader(
            typeof(Rollup).Assembly.GetManifestResourceStream("Migrations/0010_volume_intervals.sql")!);

        store.Execute(script.ReadToEnd());
        store.RollUp();

        Assert.Equal(["25|16.545|37.775"], store.Rows("select value, low, high from trend_month where community = 'c' and measure = 'volume'"));
    }

    private static List<string> Dump(StoreBuilder store) => s_tables.SelectMany(store.Rows).ToList();

    /// <summary>Kills a run after its first transaction.</summary>
    private sealed class Stop(CancellationTokenSource source) : IProgress<RollupProgress>
    {
        public void Report(RollupProgress value) => source.Cancel();
    }
}
