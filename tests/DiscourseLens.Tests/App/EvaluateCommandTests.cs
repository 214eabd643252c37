using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class EvaluateCommandTests
{
    [Fact]
    public async Task Evaluate_ListsEveryDifference_WhenReferenceDiffers()
    {
        using var home = new TempFolder();
        await File.WriteAllLinesAsync(home.File("reference.ndjson"),
        [
            """{"text":"It was good.","neg":0.0,"neu":0.408,"pos":0.592,"compound":0.4404}""",
            """{"text":"It was bad.","neg":0.636,"neu":0.364,"pos":0.0,"compound":-0.5422}""",
        ], TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of(home, "evaluate", "sentiment", "--reference", home.File("reference.ndjson"));
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"^line 2: compound -0\.5423, expected -0\.5422\nvader/3\.3\.2/reference/[0-9a-f]{8}: 1 of 2 texts differ\.\n$", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Evaluate_ComparesWithRatings_PerQuarterByLength()
    {
        using var home = new TempFolder();
        await File.WriteAllLinesAsync(home.File("rated.ndjson"),
        [
            """{"text":"Good.","rating":2}""", """{"text":"It was bad.","rating":-2}""",
            """{"text":"They came and then they left.","rating":0}""", """{"text":"It was a horrible, horrible night for all of us.","rating":-3}""",
        ], TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of(home, "evaluate", "sentiment", home.File("rated.ndjson"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("compound         all        4      5 - 48      0.999   1.000     1.000", lines[1]);
        Assert.Equal(22, lines.Length);
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}", "Line 1 of 'rated.ndjson': no number 'rating'; correct it.")]
    [InlineData("{\"rating\":1}", "Line 1 of 'rated.ndjson': no text; correct it.")]
    [InlineData("oh", "Line 1 of 'rated.ndjson': not valid JSON; correct it.")]
    [InlineData("", "'rated.ndjson' has no line to evaluate.")]
    public async Task Evaluate_NamesLine_WhenItIsWrong(string line, string message)
    {
        using var home = new TempFolder();
        await File.WriteAllTextAsync(home.File("rated.ndjson"), line, TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of(home, "evaluate", "sentiment", "rated.ndjson");
        Assert.Equal((1, message), (run.ExitCode, run.Errors.Trim()));
    }

    [Fact]
    public async Task EvaluateStance_PrintsTables_AsTextMarkdownAndJson()
    {
        using var home = new TempFolder();
        await File.WriteAllLinesAsync(home.File("coded.ndjson"),
        [
            """{"text":"Our band plays on Friday at the old mill.","label":"UNRELATED","subreddit":"a|b"}""",
            """{"text":"The bus was late again this morning.","label":"UNRELATED"}""",
        ], TestContext.Current.CancellationToken);
        var text = await ProgramRun.Of(home, "evaluate", "stance", "coded.ndjson");
        Assert.Equal((0, ""), (text.ExitCode, text.Errors));
        Assert.Contains("UNRELATED      2      1.000   1.000  1.000\n", text.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var markdown = await ProgramRun.Of(home, "evaluate", "relevance", "coded.ndjson", "--markdown");
        Assert.Contains("| none | irrelevant | 2 | 0 |", markdown.Output, StringComparison.Ordinal);
        var json = await ProgramRun.Of(home, "evaluate", "stance", "coded.ndjson", "--json");
        using var report = System.Text.Json.JsonDocument.Parse(json.Output);
        Assert.Equal(1, report.RootElement.GetProperty("report").GetProperty("figures")[0].GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}", "Line 1 of 'coded.ndjson': no label; correct it.")]
    [InlineData("", "'coded.ndjson' has no line to evaluate.")]
    public async Task EvaluateStance_NamesLine_WhenItIsWrong(string line, string message)
    {
        using var home = new TempFolder();
        await File.WriteAllTextAsync(home.File("coded.ndjson"), line, TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of(home, "evaluate", "stance", "coded.ndjson");
        Assert.Equal((1, message), (run.ExitCode, run.Errors.Trim()));
    }

    [Fact]
    public async Task Evaluate_IsWrongUse_WhenNothingIsNamed()
    {
        using var home = new TempFolder();
        Assert.Equal(2, (await ProgramRun.Of(home, "evaluate", "sentiment")).ExitCode);
    }
}
