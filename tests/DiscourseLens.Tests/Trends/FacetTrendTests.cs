using System.Globalization;
using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Tests.Support;
using DiscourseLens.Tests.Trends.Exports;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class FacetTrendTests : IDisposable
{
    private static readonly SeriesOptions s_options = new() { ProvisionalDays = 5, Suppression = new(3, 2) };
    private static readonly Facet[] s_facets =
        [new(FacetKind.Condition, "ptsd"), new(FacetKind.Condition, "depression"), new(FacetKind.Language, "en"), new(FacetKind.Language, "und")];

    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Outputs_SayWhatTheViewSays_OfFilteredMonths() => await RandomStore.Plans.SampleAsync(
        async plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 2, s_options);
            foreach (var query in Queries())
            {
                var sql = random.Store.Rows(
                    $"""
                    select '', start, "end", state, coverage,
                        case when suppressed and n < 3 then '<3' else n end, case when suppressed and authors < 2 then '<2' else authors end,
                        iif(suppressed, null, value), iif(suppressed, null, low), iif(suppressed, null, high), mark
                    from trend_month_by
                    where filter = '{query.Facet!.Key}' and filter_value = '{query.Facet.Value}' and community = '{query.Communities[0]}'
                        and target = '{query.Target}' and measure = '{query.Measure.Text()}'
                    order by start
                    """);
                if (sql.Count == 0)
                    continue; // a target nobody spoke about, or a facet nobody named
                var answer = new TrendReader(random.Store.Database, s_options).Answer(query);
                var csv = await PrintedSeries.CsvAsync(answer);
                Assert.Equal(sql.Zip(csv, WhereTold), csv);
                Assert.Equal(csv, await PrintedSeries.JsonAsync(answer));
            }
        },
        iter: 15, threads: 1);

    [Fact]
    public void Read_GivesTheSameMonths_KeptAndComputed() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, s_options);
            using var connection = random.Store.Database.ConnectReadOnly();
            var months = Grain.Month.Between(new(2022, 12, 1), new(2023, 4, 1)).ToList();
            foreach (var query in Queries())
            {
                var scorer = CurrentScorers.Read(connection).Find(query.Measure.Kind())!.Id;
                var cells = new TrendCells(connection, TrendScope.Find(connection, query), query, random.Store.Gate, scorer);
                Assert.Equal(
                    cells.Computed(months, new long[months.Count]).OrderBy(cell => cell.Key),
                    cells.Read(months, new long[months.Count]).OrderBy(cell => cell.Key));
            }
        },
        iter: 8, threads: 1);

    [Fact]
    public void Answer_ComparesTheFacetsThereAre_LargestFirst()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-05", 30, c, language: "en", terms: "ptsd")
            .Posts("2023-01-06", 40, c, language: "en", terms: ["ptsd", "ocd"]);
        for (var author = 101; author <= 115; author++)
            _store.Post("2023-01-07", c, author, compound: null, language: "de");
        _store.RollUp();

        Assert.Equal(["ptsd 70", "ocd 40"], Compared("compare=condition"));
        Assert.Equal(["en 70", "de 15"], Compared("compare=language"));
        Assert.Equal(["en 70"], Compared("compare=language", "measure=sentiment")); // German is not scored
        Assert.Equal("compare=condition&source=reddit&until=2023-02-01", string.Join('&', _store.Answer("compare=condition", "until=2023-02-01").Query.ToString().Split('&').Order(StringComparer.Ordinal)));
        Assert.Equal("condition=ocd", _store.Answer("compare=condition").Series[1].Trend.Query.ToString().Split('&')[^1]);
    }

    [Fact]
    public void Read_IsZero_WhereNobodyNamedIt_AndMissingWhereNothingWasCollected()
    {
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-03-01", "2023-03-10").Posts("2023-01-05", 12, _store.Community("c")).RollUp();

        var trend = _store.Trend("condition=grief", "until=2023-04-01");

        Assert.Equal([BucketState.Zero, BucketState.Missing, BucketState.Partial], trend.Buckets.Select(bucket => bucket.State));
        Assert.Equal([0.0, null, 0.0], trend.Buckets.Select(bucket => bucket.Value));
        Assert.Null(_store.Trend("condition=grief", "measure=sentiment").Buckets[0].Value);
    }

    [Theory]
    [InlineData("The number of relevant posts a day that name PTSD rose from 0.645 (95 % ", "condition=ptsd")]
    [InlineData("The number of relevant posts a day on MDMA in English rose from 0.645 (95 % ", "language=en", "target=mdma")]
    [InlineData("No detectable change in mean compound sentiment of posts that name PTSD between 2023-01, 0.10 (", "condition=ptsd", "measure=sentiment")]
    [InlineData("The model's favor share of posts that name PTSD went from 0 % in 2023-01 to 0 % in 2023-02; not corrected", "condition=ptsd", "measure=favor")]
    public void Headline_NamesTheFilter(string start, params string[] query)
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 20, c, 0.1, target: "mdma", language: "en", terms: "ptsd")
            .Posts("2023-02-05", 60, c, 0.1, target: "mdma", language: "en", terms: "ptsd").RollUp();

        Assert.StartsWith(start, _store.Trend(query).Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("condition and language are both given, and series are kept for one of them at a time; leave one of the two out.", "condition=ptsd", "language=en")]
    [InlineData("measure 'share' cannot be had by condition: of the posts that were read and not kept nobody knows the condition; use measure=volume, or leave condition out.", "condition=ptsd", "measure=share")]
    [InlineData("measure 'share' cannot be had by language: of the posts that were read and not kept nobody knows the language; use measure=volume, or leave language out.", "compare=language", "measure=share")]
    [InlineData("language 'de' has no net: only texts in English, or of an undecided language, are scored; use measure=volume or language=en.", "language=de", "measure=net")]
    [InlineData("compare 'condition' shows one series for each condition, and language 'en' narrows them again; series are kept for one filter at a time, so leave one of the two out.", "language=en", "compare=condition")]
    [InlineData("condition is given 2 times; give it once.", "condition=ptsd", "condition=ocd")]
    public void Parse_NamesTheFix_WhenAFilterCannotBeHad(string message, params string[] query)
    {
        var exception = Assert.Throws<TrendException>(() => _store.Trend(query));

        Assert.Equal((TrendTrouble.Query, message), (exception.Trouble, exception.Message));
    }

    [Fact]
    public void Parse_ListsTheValues_WhenOneIsUnknown()
    {
        Assert.StartsWith("condition 'flu' is unknown; use one of depression, ptsd, trauma, ", Assert.Throws<TrendException>(() => _store.Trend("condition=flu")).Message, StringComparison.Ordinal);
        Assert.EndsWith(", tr, und, zh.", Assert.Throws<TrendException>(() => _store.Trend("language=EN")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AsksForARollUp_WhereTheStoreKeepsNoSuchSeries()
    {
        _store.Posts("2023-01-05", 12, _store.Community("c"), terms: "ptsd").RollUp(new() { Facets = FacetKind.Language });

        var exception = Assert.Throws<TrendException>(() => _store.Trend("condition=ptsd"));

        Assert.Equal(TrendTrouble.NotReady, exception.Trouble);
        Assert.Equal("The store has no series by condition yet; name condition in the setting Series:Facets and run `discourselens rollup`.", exception.Message);
        Assert.Equal("12", _store.Trend("language=und").Buckets[0].N.ToString());
        _store.Execute("update series_setting set facets = 'making language'");
        Assert.Throws<TrendException>(() => _store.Trend("language=und"));
    }

    private List<string> Compared(params string[] query) => _store.Answer(query).Series
        .Select(series => string.Create(CultureInfo.InvariantCulture, $"{series.Value} {series.Trend.Buckets[0].N}")).ToList();

    private static string WhereTold(string view, string output)
    {
        var (cells, shown) = (view.Split('|'), output.Split('|'));
        return shown[5] == "hidden" ? string.Join('|', [.. cells[..5], "hidden", "hidden", "", "", "", .. cells[10..]]) : view;
    }

    private static IEnumerable<TrendQuery> Queries() =>
        from measure in Enum.GetValues<Measure>()
        where measure != Measure.Share
        from community in new[] { "all", "one", "three" }
        from target in new[] { "all", "mdma" }
        from facet in s_facets
        select new TrendQuery { Measure = measure, Communities = [community], Target = target, Facet = facet };
}
