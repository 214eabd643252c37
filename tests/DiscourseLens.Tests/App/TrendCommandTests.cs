using DiscourseLens.Tests.Support;
using DiscourseLens.Tests.Trends.Exports;

namespace DiscourseLens.Tests.App;

public sealed class TrendCommandTests : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly StoreBuilder _store = new();

    public TrendCommandTests()
    {
        var c = _store.Community("c\u001b[31m");
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 12, c, 0.5).Posts("2023-02-05", 15, c, 0.25).RollUp();
    }

    public void Dispose()
    {
        _home.Dispose();
        _store.Dispose();
    }

    [Theory]
    [InlineData("series.svg", "svg")]
    [InlineData("series.metadata.json", "metadata.json")]
    [InlineData("series.zip", "zip")]
    public async Task Trend_WritesTheFormItsFileIsNamedFor_AsTheApiDoes(string file, string form)
    {
        var run = await Trend("--measure", "sentiment", "--compare", "community", "--out", _home.File(file));

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            await PrintedSeries.BytesAsync(_store.Answer("measure=sentiment", "compare=community"), form),
            await File.ReadAllBytesAsync(_home.File(file), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Trend_ShowsATableForEachSeries_WithoutControlCharacters()
    {
        var run = await Trend("--compare", "community", "--details", "true");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("community c?[31m", run.Output, StringComparison.Ordinal);
        Assert.Contains("effective authors", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData(2, "--out 'x.doc' does not end in a known form; end it in one of .json .csv .parquet .svg .png .metadata.json .zip, or give --format.", "--out", "x.doc")]
    [InlineData(2, "--format table is for the terminal; with --out give csv or another form.", "--out", "x.csv", "--format", "table")]
    [InlineData(2, "--compare 'target' shows every target and target 'mdma' is one; leave one of the two out.", "--compare", "target", "--target", "mdma")]
    [InlineData(1, "Give --out a file in a folder that is there and yours.", "--out", "nowhere/x.csv")]
    public async Task Trend_SaysWhatToDo_WhenAskedWrongly(int exit, string message, params string[] arguments)
    {
        var run = await Trend(arguments);

        Assert.Equal((exit, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private Task<ProgramRun> Trend(params string[] arguments) =>
        ProgramRun.Of(_home, ["trend", "--database", _store.Database.Path, .. arguments]);
}
