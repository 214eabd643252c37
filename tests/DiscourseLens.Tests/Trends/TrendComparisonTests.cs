using System.Text.Json;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendComparisonTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Answer_HoldsOneSeriesATarget_WithoutTheirUnion()
    {
        var c = _store.Community("c");
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-05", 12, c, target: "mdma").Posts("2023-01-06", 20, c, target: "lsd").RollUp();

        var answer = _store.Answer("compare=target");

        Assert.Equal(
            ["mdma 12", "psilocybin 0", "ketamine 0", "lsd 20", "other 0", "general 0"],
            answer.Series.Select(series => $"{series.Value} {series.Trend.Buckets[0].Value}"));
        Assert.Equal("6 series are compared: about one in twenty differences between them looks real by chance alone.", answer.Note);
        Assert.Empty(answer.LeftOut);
    }

    [Fact]
    public void Answer_HoldsTwelveCommunitiesAndNamesTheRest_LargestFirst()
    {
        _store.Covers("2023-01-01", "2023-03-01");
        for (var community = 0; community < 15; community++)
            _store.Posts("2023-01-05", 5 + community, _store.Community($"c{community:00}"));
        _store.RollUp();

        var answer = _store.Answer("compare=community");

        Assert.Equal(Enumerable.Range(3, 12).Reverse().Select(at => $"c{at:00}"), answer.Series.Select(series => series.Value));
        Assert.Equal(["c02", "c01", "c00"], answer.LeftOut);
        Assert.Equal(["c02", "c01"], _store.Answer("compare=community", "community=c01,c02").Series.Select(series => series.Value));
    }

    [Fact]
    public void Answer_SeparatesSourcesAndClasses_AndEqualNamesByTheirSource()
    {
        var forum = _store.Source("forum");
        var (here, there, clinic) = (_store.Community("mdma"), _store.Community("mdma", source: forum), _store.Community("clinic", "therapy", forum));
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-01-01", "2023-03-01", source: forum)
            .Posts("2023-01-05", 12, here).Posts("2023-01-06", 13, there).Posts("2023-02-07", 14, clinic).RollUp();

        Assert.Equal(["forum 13", "reddit 12"], First("compare=source"));
        Assert.Equal(["therapy 0", "general 25"], First("compare=class", "source=all"));
        Assert.Equal(["clinic 0", "forum/mdma 13", "reddit/mdma 12"], First("compare=community", "source=all"));
        Assert.Equal(["general 12"], First("compare=class", "source=reddit"));
        Assert.Equal(["forum 0"], First("compare=source", "community=clinic"));
        Assert.All(_store.Answer("compare=source").Series, series => Assert.Equal(2, series.Trend.Buckets.Count));
    }

    [Theory]
    [InlineData("compare=target", "measure=sentiment", "by=week")]
    [InlineData("compare=community", "measure=net", "details=true")]
    [InlineData("compare=class", "measure=share", "by=quarter")]
    public void Json_HoldsWhatEachSeriesOwnQueryAnswers(params string[] query)
    {
        var (one, two) = (_store.Community("one, \"1\" <b>"), _store.Community("two", "therapy"));
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 12, one, 0.5, "FAVOR", "mdma").Posts("2023-02-05", 13, two, -0.5)
            .Reads("2023-01-05", 40, one).Reads("2023-02-05", 50, two).RollUp();

        var answer = Json(_store.Answer(query));

        Assert.Equal(query[0], $"compare={answer.GetProperty("query").GetProperty("compare")}");
        Assert.Equal(["query", "series", "left_out", "note"], answer.EnumerateObject().Select(member => member.Name));
        Assert.NotEmpty(answer.GetProperty("series").EnumerateArray());
        foreach (var series in answer.GetProperty("series").EnumerateArray())
        {
            var alone = Json(new TrendReader(_store.Database).Answer(TrendQuery.FromUrl(series.GetProperty("query").GetProperty("url").GetString()!)));
            Assert.Equal(
                alone.EnumerateObject().Select(member => $"{member.Name} {member.Value.GetRawText()}"),
                series.EnumerateObject().Skip(1).Select(member => $"{member.Name} {member.Value.GetRawText()}"));
        }
    }

    [Fact]
    public void Csv_NamesTheSeriesInOneHarmlessCell()
    {
        var (formula, comma) = (_store.Community("=cmd()"), _store.Community("a,\"b\""));
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-05", 13, formula).Posts("2023-01-05", 12, comma).RollUp();
        using var output = new StringWriter();

        TrendCsv.Write(_store.Answer("compare=community", "details=true"), output);

        Assert.Equal(
            """"
            series,start,end,state,coverage,n,authors,value,low,high,mark,effective_authors,top_author_share,top_10_authors_share,leave_one_author_out
            '=cmd(),2023-01-01T00:00:00Z,2023-02-01T00:00:00Z,observed,1,13,13,13,7.104,23.789,,13,0.077,0.769,1
            "a,""b""",2023-01-01T00:00:00Z,2023-02-01T00:00:00Z,observed,1,12,12,12,6.357,22.653,,12,0.083,0.833,1

            """",
            output.ToString());
    }

    private IEnumerable<string> First(params string[] query) =>
        _store.Answer(query).Series.Select(series => $"{series.Value} {series.Trend.Buckets[0].Value}");

    private static JsonElement Json(TrendAnswer answer)
    {
        using var output = new StringWriter();
        TrendJson.Write(answer, output);
        return JsonDocument.Parse(output.ToString()).RootElement.Clone();
    }
}
