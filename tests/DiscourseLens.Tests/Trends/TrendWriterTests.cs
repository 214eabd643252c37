using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendWriterTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public TrendWriterTests()
    {
        var c = _store.Community("café");
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-03-01", "2023-06-01").Covers("2023-06-01", "2023-06-16");
        for (var author = 1; author <= 20; author++)
            _store.Post("2023-01-01", c, author, author / -100.0);
        _store.Posts("2023-04-01", 3, c).RollUp();
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("sentiment")]
    [InlineData("net")]
    public void Write_GivesTheGoldenJson_ForAKnownStore(string measure)
    {
        using var output = new StringWriter();

        TrendJson.Write(_store.Trend($"measure={measure}", "from=2023-01-01", "community=café"), output);

        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Trends", $"trend-{measure}.verified.json")), output.ToString());
    }

    [Fact]
    public void Write_GivesOneLineABucket_AsCsv()
    {
        using var output = new StringWriter();

        TrendCsv.Write(_store.Trend("measure=net", "until=2023-05-01"), output);

        Assert.Equal(
            """
            start,end,state,coverage,n,authors,value,low,high,mark
            2023-01-01T00:00:00Z,2023-02-01T00:00:00Z,observed,1,20,20,0,,,uncorrected: not for publication
            2023-02-01T00:00:00Z,2023-03-01T00:00:00Z,missing,0,0,0,,,,uncorrected: not for publication
            2023-03-01T00:00:00Z,2023-04-01T00:00:00Z,zero,1,0,0,,,,uncorrected: not for publication
            2023-04-01T00:00:00Z,2023-05-01T00:00:00Z,observed,1,<10,<5,,,,uncorrected: not for publication

            """,
            output.ToString());
    }
}
