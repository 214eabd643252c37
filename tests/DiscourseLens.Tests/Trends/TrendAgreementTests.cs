using System.Globalization;
using System.Text.Json;
using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendAgreementTests
{
    private static readonly SeriesOptions s_options = new() { ProvisionalDays = 5, Suppression = new(3, 2) };

    [Fact]
    public void Outputs_SayTheSame_InSqlJsonAndCsv() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 2, s_options);
            foreach (var query in Queries())
            {
                var sql = Sql(random.Store, query);
                if (sql.Count == 0)
                    continue; // a target nobody spoke about has no series in the views
                var trend = new TrendReader(random.Store.Database, s_options).Read(query);
                var (json, csv) = (Json(trend), Csv(trend));
                Assert.Equal(json, csv);
                Assert.Equal(sql.Zip(json, WhereTold), json);
            }
        },
        iter: 15, threads: 1);

    [Fact]
    public void Read_GivesTheKeptEstimates_WhenItComputesThemFromClusters() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, s_options);
            foreach (var query in Queries().Where(query => query.Target == "all"))
            {
                using var connection = random.Store.Database.ConnectReadOnly();
                var scope = TrendScope.Find(connection, query);
                var scorer = CurrentScorers.Read(connection).Find(query.Measure.Kind())!.Id;
                var buckets = query.By.Between(new(2022, 12, 1), new(2023, 4, 1)).ToList();
                var range = (UtcDay.ToMs(buckets[0].Start), UtcDay.ToMs(buckets[^1].End));
                var read = DayLedger.Load(connection, scope, query.Measure.Kind(), range, 7).Of(buckets).Select(facts => facts.Read).ToList();
                var cells = new TrendCells(connection, scope, query, random.Store.Gate, scorer);
                Assert.Equal(
                    cells.Read(buckets, read).OrderBy(cell => cell.Key),
                    cells.Computed(buckets, read).OrderBy(cell => cell.Key));
            }
        },
        iter: 8, threads: 1);

    // The views keep the numbers that the outputs hide beside small ones, as subtraction would tell those.
    private static string WhereTold(string view, string output)
    {
        var (cells, shown) = (view.Split('|'), output.Split('|'));
        return shown[4] == "hidden" ? string.Join('|', [.. cells[..4], "hidden", "hidden", "", "", "", .. cells[9..]]) : view;
    }

    private static IEnumerable<TrendQuery> Queries() =>
        from measure in Enum.GetValues<Measure>()
        from grain in new[] { Grain.Day, Grain.Week, Grain.Month }
        from community in new[] { "all", "one", "three" }
        from target in new[] { "all", "mdma" }
        select new TrendQuery { Measure = measure, By = grain, Communities = [community], Target = target };

    private static List<string> Sql(StoreBuilder store, TrendQuery query) => store.Rows(
        $"""
        select start, "end", state, coverage,
            case when suppressed and n < 3 then '<3' else n end, case when suppressed and authors < 2 then '<2' else authors end,
            iif(suppressed, null, value), iif(suppressed, null, low), iif(suppressed, null, high), mark
        from trend_{query.By.Text()}
        where community = '{query.Communities[0]}' and target = '{query.Target}' and measure = '{query.Measure.Text()}'
        order by start
        """);

    private static List<string> Json(Trend trend)
    {
        using var output = new StringWriter();
        TrendJson.Write(trend, output);
        using var document = JsonDocument.Parse(output.ToString());
        return document.RootElement.GetProperty("buckets").EnumerateArray()
            .Select(bucket => string.Join('|', bucket.EnumerateObject().Select(cell => Text(cell.Value)))).ToList();
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => cell.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => cell.GetString()!,
    };

    private static List<string> Csv(Trend trend)
    {
        using var output = new StringWriter();
        TrendCsv.Write(trend, output);
        return output.ToString().TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Replace(',', '|')).ToList();
    }
}
