using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends.Exports;

public sealed class TrendFormatsTests
{
    private const int Stores = 5;
    private const int Queries = 200;
    private static readonly SeriesOptions s_options = new() { ProvisionalDays = 5, Suppression = new(3, 2) };
    private static readonly Grain[] s_grains = [Grain.Month, Grain.Week, Grain.Day, Grain.Quarter, Grain.Year];

    private static readonly Gen<TrendQuery> s_query = Gen.Select(
        Gen.Enum<Measure>(), Gen.Int[0, 4].Select(at => s_grains[at]), Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 14], Gen.Int[0, 6])
        .Select((measure, by, communities, target, weight, compare, range) => new TrendQuery
        {
            Measure = measure,
            By = by,
            Communities = communities switch { 0 or 1 => [RandomStore.Names[0]], 2 => [RandomStore.Names[2]], 3 => [.. RandomStore.Names.Take(2)], _ => [] },
            Target = target == 0 ? "all" : "mdma",
            Weight = weight == 3 && measure is not (Measure.Volume or Measure.Share) ? Weighting.Author : Weighting.Post,
            Compare = compare switch { 0 => CompareBy.Community, 1 => CompareBy.Class, 2 => CompareBy.Source, 3 when target == 0 => CompareBy.Target, _ => null },
            Facet = compare switch { 5 => new(FacetKind.Condition, "ptsd"), 6 => new(FacetKind.Language, "en"), _ => null },
            Details = compare == 4,
            From = range is 1 or 2 ? new(2023, 1, 3) : null,
            Until = range is 2 or 3 ? new(2023, 2, 2) : null,
        })
        .Select(query => query.Measure == Measure.Share ? query with { Facet = null } : query)
        .SelectMany(query => Gen.Int[0, 19].Select(compare => query.Facet is not null || query.Measure == Measure.Share ? query : compare switch
        {
            0 => query with { Compare = CompareBy.Condition },
            1 => query with { Compare = CompareBy.Language },
            _ => query,
        }));

    [Fact]
    public async Task Forms_PrintOneComputedSeries_ForAThousandQueries()
    {
        await Gen.Select(RandomStore.Plans, s_query.Array[Queries]).SampleAsync(
            async (plan, queries) =>
            {
                using var random = RandomStore.Make(plan, rounds: 1, s_options);
                var reader = new TrendReader(random.Store.Database, s_options);
                foreach (var query in queries)
                {
                    var answer = reader.Answer(TrendQuery.FromUrl(query.ToString()));
                    var csv = await PrintedSeries.CsvAsync(answer);

                    Assert.Equal(csv, await PrintedSeries.JsonAsync(answer));
                    Assert.Equal(csv, await PrintedSeries.ParquetAsync(answer));
                    Assert.Equal(csv, await PrintedSeries.SvgAsync(answer));
                }
            },
            iter: Stores, threads: 1);
    }
}
