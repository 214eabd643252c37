using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class CoverageTests
{
    private const string Ledger = """
        select w.kind, coalesce(c.name, 'every'), date(from_ms / 1000, 'unixepoch'), date(until_ms / 1000, 'unixepoch'), state, fraction, reason, fetched
        from collection_window w left join community c on c.id = w.community_id
        order by w.kind, coalesce(c.name, 'every'), from_ms
        """;

    [Theory]
    [InlineData("RC_2020-01.zst", true)]
    [InlineData("rc_2020-01.ndjson", true)]
    [InlineData("RC_2020-01", true)]
    [InlineData("RC_2020-01.ndjson.gz", true)]
    [InlineData("RS_2020-01.zst", false)]
    [InlineData("RC_2020-01_TestTown.zst", false)]
    [InlineData("RC_2020-13.zst", false)]
    [InlineData("RC_2020-1.zst", false)]
    [InlineData("RC_2020-01-05.zst", false)]
    [InlineData("xRC_2020-01.zst", false)]
    [InlineData("RC_2020-01.zst.part", false)]
    [InlineData("TestTown_comments.zst", false)]
    public void Name_CoversAMonthOfComments_OnlyWhenItIsAMonthlyDump(string name, bool covers)
    {
        using var study = new TestStudy();
        study.Import(study.Write(name, Zstd(Bytes(Comment("c1", "x"), Comment("c2", "x")))));
        Assert.Equal(
            covers ? ["comment|every|2020-01-01|2020-02-01|complete|1|null|2"] : [],
            study.Rows(Ledger));
    }

    [Fact]
    public void Name_CoversOnlyTheNamedMonth_WhenPostsLieOutside()
    {
        using var study = new TestStudy();
        study.Import(study.Write("RS_2020-02.zst", Submission("s1", "t", "")));
        Assert.Equal("submission|every|2020-02-01|2020-03-01|complete|1|null|0", Assert.Single(study.Rows(Ledger)));
    }

    [Fact]
    public void Covers_HoldsForTheCommunitiesInTheFile()
    {
        using var study = new TestStudy();
        study.Import("2020-01-01..2020-01-03", [study.Write("mix.gz", Comment("c1", "x"), Comment("c2", "x", ("subreddit", "\"OtherTown\"")), Submission("s1", "t", ""))]);
        Assert.Equal(
            [
                "comment|OtherTown|2020-01-01|2020-01-03|complete|1|null|0",
                "comment|TestTown|2020-01-01|2020-01-03|complete|1|null|1",
                "submission|OtherTown|2020-01-01|2020-01-03|complete|1|null|0",
                "submission|TestTown|2020-01-01|2020-01-03|complete|1|null|1",
            ],
            study.Rows(Ledger));
    }

    [Fact]
    public void Sidecar_IsLaidOverTheName()
    {
        using var study = new TestStudy();
        var path = study.Write("RC_2020-01.gz", Comment("c1", "x"));
        File.WriteAllText(path + ".coverage.json", """
            {"windows":[{"from":"2020-01-05","until":"2020-01-07","state":"partial","fraction":0.25,"reason":"disk full"},
             {"from":"2020-01-30","until":"2020-02-02","state":"missing"},
             {"from":"2020-01-02","until":"2020-01-03","state":"failed","kind":"submission"}]}
            """);
        study.Import(path);
        Assert.Equal(
            [
                "comment|every|2020-01-01|2020-01-05|complete|1|null|1",
                "comment|every|2020-01-05|2020-01-07|partial|0.25|disk full|0",
                "comment|every|2020-01-07|2020-01-30|complete|1|null|0",
                "comment|every|2020-01-30|2020-02-02|missing|0|null|0",
            ],
            study.Rows(Ledger));
    }

    [Fact]
    public void Sidecar_AloneDeclares_AndMayComeAfterTheFirstImport()
    {
        using var study = new TestStudy();
        var path = study.Write("TestTown.gz", Comment("c1", "x"));
        study.Import(path);
        Assert.Empty(study.Rows(Ledger));
        File.WriteAllText(path + ".coverage.json", """[{"from":"2020-01-01","until":"2020-01-02"}]""");
        Assert.True(study.Import(path).Files[0].IsUnchanged);
        Assert.Equal("comment|TestTown|2020-01-01|2020-01-02|complete|1|null|1", Assert.Single(study.Rows(Ledger)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("3")]
    [InlineData("{\"windows\":3}")]
    [InlineData("[3]")]
    [InlineData("[{\"from\":\"2020-01-01\"}]")]
    [InlineData("[{\"from\":\"2020-01-02\",\"until\":\"2020-01-01\"}]")]
    [InlineData("[{\"from\":1,\"until\":2}]")]
    [InlineData("[{\"from\":\"2020-01-01\",\"until\":\"2020-01-02\",\"state\":\"good\"}]")]
    [InlineData("[{\"from\":\"2020-01-01\",\"until\":\"2020-01-02\",\"kind\":\"post\"}]")]
    [InlineData("[{\"from\":\"2020-01-01\",\"until\":\"2020-01-02\",\"state\":\"partial\",\"fraction\":2}]")]
    [InlineData("[{\"from\":\"2020-01-01\",\"until\":\"2020-01-02\",\"state\":\"partial\",\"fraction\":\"half\"}]")]
    public void Sidecar_FailsItsFileAlone_WhenItCannotBeRead(string sidecar)
    {
        using var study = new TestStudy();
        var path = study.Write("a.gz", Comment("c1", "x"));
        File.WriteAllText(path + ".coverage.json", sidecar);
        var files = study.Import(path, study.Write("b.gz", Comment("c2", "x"))).Files;
        Assert.Contains("a.gz.coverage.json", files[0].Error, StringComparison.Ordinal);
        Assert.Null(files[1].Error);
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("2020-01-01")]
    [InlineData("2020-01-01..")]
    [InlineData("2020-01-02..2020-01-01")]
    [InlineData("2020-01-01..2020-01-01")]
    [InlineData("12:00..13:00")]
    [InlineData("01/02/2020..01/03/2020")]
    [InlineData("2020-01-01..2020-01-02..2020-01-03")]
    public void ParseInterval_Throws_WhenNoInterval(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<LensException>(() => CoverageDeclaration.ParseInterval(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void ParseInterval_TakesInstants()
    {
        var window = CoverageDeclaration.ParseInterval("2020-01-01T12:00Z..2020-01-01T12:00:00.500Z");
        Assert.Equal((Noon * 1000, (Noon * 1000) + 500, CoverageWindow.Complete), (window.FromMs, window.UntilMs, window.State));
    }

    [Fact]
    public void Ledger_HasNeitherOverlapNorHole_WhenFilesDeclareManyWindows()
    {
        using var study = new TestStudy();
        study.Import("2020-01-01..2020-01-10", [study.Write("a.gz", Comment("c1", "x"))]);
        study.Import("2020-01-05..2020-01-15", [study.Write("b.gz", Comment("c1", "x"), Comment("c2", "x"))]);
        study.Import("2020-02-01..2020-02-02", [study.Write("c.gz", Comment("c3", "x"))]);
        Assert.Equal(
            [
                "comment|TestTown|2020-01-01|2020-01-15|complete|1|null|2",
                "comment|TestTown|2020-01-15|2020-02-01|missing|0|no collection covers it|0",
                "comment|TestTown|2020-02-01|2020-02-02|complete|1|null|0",
            ],
            study.Rows(Ledger));
    }

    [Fact]
    public void Covers_NarrowsAMonthlyDump_EvenWhenItIsKnownAlready()
    {
        using var study = new TestStudy();
        var path = study.Write("RC_2020-01.gz", Comment("c1", "x"), Comment("c2", "x", ("subreddit", "\"OtherTown\"")));
        study.Import(path);
        study.Import("2020-01-01..2020-01-02", [path]);
        Assert.Equal(
            ["comment|OtherTown|2020-01-01|2020-01-02|complete|1|null|0", "comment|TestTown|2020-01-01|2020-01-02|complete|1|null|1"],
            study.Rows(Ledger));
    }
}
