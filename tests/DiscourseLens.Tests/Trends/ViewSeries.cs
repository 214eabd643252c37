using System.Globalization;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

/// <summary>What the views hold: of one community and a kept grain the same series as the reader's.</summary>
internal static class ViewSeries
{
    /// <summary>Compares each series of the views with the answer to its question; returns how many there were.</summary>
    public static int Agree(StoreBuilder store, TrendReader reader, IEnumerable<string> communities)
    {
        var agreed = communities.SelectMany(Queries).Count(query => Agrees(store, query, reader.Answer(query)));
        Assert.Equal(store.Rows(
            """
            select distinct 'day', community, target, measure from trend_day where community <> 'all'
            union all select distinct 'week', community, target, measure from trend_week where community <> 'all'
            union all select distinct 'month', community, target, measure from trend_month where community <> 'all'
            """).Count, agreed);
        return agreed;
    }

    private static IEnumerable<TrendQuery> Queries(string community) =>
        from measure in Enum.GetValues<Measure>()
        from grain in new[] { Grain.Day, Grain.Week, Grain.Month }
        from target in new[] { "all", "mdma", "lsd" }
        select new TrendQuery { Measure = measure, By = grain, Communities = [community], Target = target };

    private static bool Agrees(StoreBuilder store, TrendQuery query, TrendAnswer answer)
    {
        var rows = store.Rows(
            $"""
            select suppressed, state, n, coverage, value, low, high
            from trend_{query.By.Text()}
            where community = '{query.Communities[0]}' and target = '{query.Target}' and measure = '{query.Measure.Text()}'
            order by start
            """);
        if (rows.Count == 0)
            return false; // a target nobody spoke about has no series in the views
        Assert.Equal(rows.Count, answer.Series[0].Trend.Buckets.Count);
        foreach (var (row, bucket) in rows.Zip(answer.Series[0].Trend.Buckets))
        {
            var cells = row.Split('|');
            Assert.Equal(cells[1], bucket.State.ToString().ToLowerInvariant());
            Assert.Equal(cells[0] == "1", bucket.Suppressed && bucket.N != ShownCount.Untold);
            Assert.Equal(Number(cells[3])!.Value, bucket.Coverage, 1e-12);
            if (bucket.Suppressed)
                continue; // views flag and keep the number
            Assert.Equal(cells[2], bucket.N.ToString());
            foreach (var (cell, value) in cells[4..].Zip(new[] { bucket.Value, bucket.Low, bucket.High }))
            {
                Assert.Equal(Number(cell) is null, value is null);
                Assert.Equal(Number(cell) ?? 0, value ?? 0, 1e-12);
            }
        }

        return true;
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
