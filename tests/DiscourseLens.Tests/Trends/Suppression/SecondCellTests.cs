using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends.Suppression;

public sealed class SecondCellTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_HidesASecondCommunity_WhereTheTotalWouldTellTheFirst()
    {
        ThreeCommunities();

        Assert.Equal(["a 30", "b hidden", "c <10"], _store.Answer("compare=community").Series.Select(series => $"{series.Value} {Shown(series.Trend)[0]}"));
        Assert.Equal("53", Shown("community=all")[0]);
        Assert.Equal("hidden", Shown("community=a,b")[0]);
        Assert.Equal("23", Shown("community=b,c")[0]);
        Assert.Equal("20", Shown("community=b")[1]); // no small cell in February
        var hidden = _store.Trend("community=b", "measure=sentiment", "details=true").Buckets[0];
        Assert.Equal((true, null, null, null), (hidden.Suppressed, hidden.Value, hidden.Low, hidden.Concentration));
        Assert.EndsWith("1 of 2 months suppressed.", _store.Trend("community=b").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_SayHidden_AndViewsKeepTheNumber()
    {
        ThreeCommunities();
        using var csv = new StringWriter();
        TrendCsv.Write(_store.Answer("community=b", "until=2023-02-01"), csv);

        Assert.Equal("2023-01-01T00:00:00Z,2023-02-01T00:00:00Z,observed,1,hidden,hidden,,,,", csv.ToString().Split('\n')[1]);
        Assert.Equal(["20|0"], _store.Rows("select n, suppressed from trend_month where community = 'b' and start like '2023-01%' and measure = 'volume' and target = 'all'"));
    }

    [Fact]
    public void Read_HidesTheQuarterAndTheYear_WhereTheirMonthsWouldTellASmallOne()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2024-01-01").Posts("2023-01-05", 12, c).Posts("2023-02-05", 3, c).Posts("2023-03-05", 14, c)
            .Posts("2023-04-05", 15, c).Posts("2023-07-05", 6, c).Posts("2023-08-05", 7, c).Posts("2023-09-05", 20, c).RollUp();

        Assert.Equal(["hidden", "15", "33", "0"], Shown("by=quarter"));
        Assert.Equal(["hidden"], Shown("by=year"));
        Assert.Equal(["12", "<10", "14"], Shown("by=month")[..3]);
    }

    [Fact]
    public void Read_HidesASecondDay_WhereWeekOrMonthWouldTellTheFirst()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-03", 12, c).Posts("2023-01-04", 4, c).Posts("2023-01-05", 14, c)
            .Posts("2023-01-20", 11, c).RollUp();

        // 3 January goes with the 4th for their week; for the month the 20th has fewest posts.
        Assert.Equal(["hidden", "<10", "14"], Shown("by=day", "from=2023-01-03", "until=2023-01-06"));
        Assert.Equal(["hidden"], Shown("by=day", "from=2023-01-20", "until=2023-01-21"));
    }

    [Fact]
    public void Read_HidesAUnionOfSources_WhereOneIsTooSmallByItself()
    {
        var forum = _store.Source("forum");
        var (here, there) = (_store.Community("here"), _store.Community("there", source: forum));
        _store.Covers("2023-01-01", "2023-03-01").Covers("2023-01-01", "2023-03-01", source: forum)
            .Posts("2023-01-05", 20, here).Posts("2023-01-05", 3, there).Posts("2023-02-05", 20, here).Posts("2023-02-05", 12, there).RollUp();

        Assert.Equal(["hidden", "32"], Shown("source=all"));
        Assert.Equal(["20", "20"], Shown("source=reddit"));
        Assert.Equal(["<10", "12"], Shown("source=forum"));
    }

    [Fact]
    public void Read_HidesTheSameCells_WhateverRangeIsAsked() => RandomStore.Plans.Sample(
        plan =>
        {
            var options = new SeriesOptions { Suppression = new(3, 2) };
            using var random = RandomStore.Make(plan, rounds: 1, options);
            var reader = new TrendReader(random.Store.Database, options);
            foreach (var by in new[] { Grain.Day, Grain.Month, Grain.Quarter })
            {
                var query = new TrendQuery { By = by, Communities = ["one"] };
                var whole = reader.Read(query).Buckets;
                foreach (var (skip, take) in new[] { (1, 3), (whole.Count / 2, whole.Count / 3 + 1) })
                {
                    var part = whole.Skip(skip).Take(take).ToList();
                    if (part.Count > 0)
                        Assert.Equal(part, reader.Read(query with { From = part[0].Start, Until = part[^1].End }).Buckets);
                }
            }
        },
        iter: 10, threads: 1);

    private void ThreeCommunities()
    {
        var (a, b, c) = (_store.Community("a"), _store.Community("b"), _store.Community("c"));
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 30, a).Posts("2023-01-05", 20, b).Posts("2023-01-05", 3, c)
            .Posts("2023-02-05", 30, a).Posts("2023-02-05", 20, b).RollUp();
    }

    private List<string> Shown(params string[] query) => Shown(_store.Trend(query));

    private static List<string> Shown(Trend trend) => trend.Buckets.Select(bucket => bucket.N.ToString()).ToList();
}
