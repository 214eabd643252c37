using System.Text.Json;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.App;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_PrintsOneJsonObject_AndNothingElse()
    {
        var threads = Write("RS_2020-01.zst", Zstd(Bytes(Submission("s1", "MDMA therapy for PTSD", "It helped me.", General), "bad")));
        var comments = Write("RC_2020-01.gz", Gzip(Bytes(
            Comment("c1", "So glad to read this", General), Comment("c1", "So glad to read this", General),
            Comment("c2", "Nice weather", General, ("link_id", "\"t3_s9\"")))));
        var run = await Run("import", comments, threads, "--json", "--database", _folder.File("sub/store.db"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal('\n', run.Output[^1]);
        Assert.DoesNotContain('\n', run.Output[..^1]);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("posts").GetInt64());
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            [
                $$"""{"file":"{{comments}}","read":3,"stored":1,"duplicate":1,"outOfScope":1,"rejected":0,"bytes":{{new FileInfo(comments).Length}},"error":null}""",
                $$"""{"file":"{{threads}}","read":2,"stored":1,"duplicate":0,"outOfScope":0,"rejected":1,"bytes":{{new FileInfo(threads).Length}},"error":null}""",
            ],
            files.Select(file => file.GetRawText()));
    }

    [Fact]
    public async Task Import_SpeaksToReaders_WhenNotAskedForJson()
    {
        var run = await Run("import", Write("a.ndjson", Bytes(Comment("c1", "x", ("subreddit", "\"ptsd\"")))), "--database", _folder.File("store.db"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("a.ndjson: 1 read = 1 stored + 0 duplicate + 0 out of scope + 0 rejected\n1 posts in the store.\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Import_Fails_WhenAFileIsBroken_AndTakesTheOthers()
    {
        var whole = Zstd(Bytes(Comment("c1", "x", ("subreddit", "\"ptsd\""))));
        var run = await Run("import", Write("bad.zst", whole[..^5]), Write("good.zst", whole), "--json", "--database", _folder.File("store.db"));
        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("posts").GetInt64());
        Assert.Contains("offset", json.RootElement.GetProperty("files")[0].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "none.zst")]
    [InlineData("import", "FILE", "--unknown")]
    [InlineData("import", "FILE", "--covers", "soon")]
    [InlineData("import", "FILE", "--covers", "2020-02-01..2020-01-01")]
    [InlineData("import", "FILE", "--covers")]
    [InlineData("imports", "FILE")]
    public async Task WrongUse_ExitsWithTwo_AndMakesNothing(params string[] arguments)
    {
        var file = Write("a.ndjson", Bytes(Comment("c1", "x")));
        var run = await Run([.. arguments.Select(argument => argument == "FILE" ? file : argument), "--database", _folder.File("store.db")]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Errors);
        Assert.False(File.Exists(_folder.File("store.db")));
    }

    [Fact]
    public async Task Import_Fails_WhenTheStoreIsAnotherProgramsFile()
    {
        var file = Write("a.ndjson", Bytes(Comment("c1", "x")));
        var run = await Run("import", file, "--database", Write("notes.txt", new byte[5000]));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Covers_IsWrittenToTheLedger()
    {
        var file = Write("a.ndjson", Bytes(Comment("c1", "x", ("subreddit", "\"ptsd\""))));
        await Run("import", file, "--covers", "2020-01-01..2020-01-02", "--database", _folder.File("store.db"));
        Assert.Contains(StoreContents.All(_folder.File("store.db")), row => row.StartsWith("window|comment|ptsd|1577836800000|1577923200000|complete", StringComparison.Ordinal));
    }

    private static readonly (string, string?) General = ("subreddit", "\"OtherTown\"");

    private Task<ProgramRun> Run(params string[] arguments) => ProgramRun.Of(_folder, arguments);

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }
}
