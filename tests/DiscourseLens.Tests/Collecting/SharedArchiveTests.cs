using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting;

public sealed class SharedArchiveTests
{
    [Theory]
    [InlineData("RC_psychedelic_communities.zst", 3_092)]
    [InlineData("RS_psychedelic_communities.zst", 8_216)]
    [InlineData("RC_2005-12.zst", 1_075)]
    [InlineData("RC_2006-01.zst", 3_666)]
    [InlineData("AskMen_submissions.zst", 13_050)]
    [InlineData("RS_2019-10_AskWomen.zst", 8_271)]
    public void Import_ReadsEveryLine_OfRealArchives(string name, long lines)
    {
        var path = SharedData.Require("archives", name);
        using var study = new TestStudy();
        var file = Assert.Single(study.Import(path).Files);
        Assert.Null(file.Error);
        Assert.Equal((lines, 0), (file.Read, file.Rejected));
        Assert.Equal(lines, file.Stored + file.Duplicate + file.OutOfScope);
        Assert.Equal(lines, study.Scalar<long>("select sum(n) from archive_count"));
        Assert.Equal(file.Stored + file.Duplicate, study.Scalar<long>("select count(*) from capture"));
    }

    [Fact]
    public void Import_CoversTwoMonths_OfTheFirstDumps()
    {
        using var study = new TestStudy();
        study.Import(SharedData.Require("archives", "RC_2005-12.zst"), SharedData.Require("archives", "RC_2006-01.zst"));
        Assert.Equal(
            "comment|null|1133395200000|1138752000000|complete",
            Assert.Single(study.Rows("select kind, community_id, min(from_ms), max(until_ms), min(state) from collection_window")));
    }
}
