using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Database;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class InboxFolderTests : IDisposable
{
    private readonly TestStudy _study = new();
    private readonly WorkLedger _ledger;
    private readonly InboxFolder _inbox;

    public InboxFolderTests()
    {
        _ledger = new(_study.Database, TimeProvider.System, "me");
        _inbox = new(_study.File("inbox"), _study.Database, _ledger);
        _inbox.Open();
    }

    public void Dispose() => _study.Dispose();

    [Fact]
    public void Scan_EntersAFileOnce_WhenItLayStillBetweenTwoLooks()
    {
        Drop("a.ndjson", Comment("c1", "x"));
        Assert.Equal(0, _inbox.Scan());
        Drop("a.ndjson", Comment("c1", "x"), Comment("c2", "y"));
        Assert.Equal(0, _inbox.Scan());
        Assert.Equal(1, _inbox.Scan());
        Assert.Equal(0, _inbox.Scan());
    }

    [Fact]
    public void Scan_EntersAFileThatLayThereBefore_AtTheFirstLook()
    {
        Drop("a.ndjson", Comment("c1", "x"));
        _inbox.Open();
        Assert.Equal(1, _inbox.Scan());
    }

    [Theory]
    [InlineData("a.zst.part")]
    [InlineData("a.ndjson.tmp")]
    [InlineData("a.zst.coverage.json")]
    [InlineData("a.zst.error.txt")]
    [InlineData(".a.zst")]
    [InlineData("notes.txt")]
    public void Scan_PassesOver_WhatIsNoArchive(string name)
    {
        Drop(name, Comment("c1", "x"));
        Assert.Equal(0, _inbox.Scan() + _inbox.Scan());
    }

    [Fact]
    public void Scan_PutsSubmissionsFirst_ThenEarlierCrawls_AndWhatIsBrokenLast()
    {
        Drop("a.ndjson", Comment("c1", "x"));
        Drop("b.ndjson", Submission("s2", "t", "x", ("retrieved_on", $"{Noon + 900}")));
        Drop("c.ndjson", Submission("s1", "t", "x"));
        File.WriteAllBytes(Path("broken.zst"), [0x28, 0xB5, 0x2F, 0xFD, 0, 1]);
        Assert.Equal(4, _inbox.Scan() + _inbox.Scan());
        Assert.Equal(["c.ndjson", "b.ndjson", "a.ndjson", "broken.zst"], Enumerable.Range(0, 4).Select(_ => End("").Payload));
    }

    [Fact]
    public void Scan_EntersAFileAgain_WhenItsSidecarIsNew()
    {
        Drop("a.ndjson", Comment("c1", "x"));
        Assert.Equal(1, _inbox.Scan() + _inbox.Scan());
        File.WriteAllText(Path("a.ndjson.coverage.json"), """{"windows":[]}""");
        Assert.Equal(1, _inbox.Scan() + _inbox.Scan());
    }

    [Fact]
    public void Scan_HasCommentsReadAgain_WhenTheirThreadsCameLate()
    {
        Drop("RC_2020-01.ndjson", Comment("c1", "It helped.", ("subreddit", "\"Elsewhere\"")));
        Assert.Equal(1, _inbox.Scan() + _inbox.Scan());
        Import();
        Assert.Equal(0, _study.Scalar<long>("select count(*) from item"));
        Drop("RS_2020-01.ndjson", Submission("s1", "Medicine and healing", "x", ("subreddit", "\"Elsewhere\"")));
        Assert.Equal(1, _inbox.Scan() + _inbox.Scan());
        Import();
        Assert.Equal(0, _inbox.Scan());
        Assert.Equal("RC_2020-01.ndjson", Import().Payload);
        Assert.Equal(2, _study.Scalar<long>("select count(*) from item"));
        _inbox.Scan();
        Assert.Null(_ledger.NextDue());
    }

    [Fact]
    public void Note_LiesBesideTheFile_UntilItGoesWell()
    {
        Drop("a.ndjson", Comment("c1", "x"));
        Assert.Equal(1, _inbox.Scan() + _inbox.Scan());
        var work = _ledger.NextDue()!;
        _inbox.Note(work, "It is broken.");
        Assert.StartsWith("It is broken.\n", File.ReadAllText(Path("a.ndjson.error.txt")), StringComparison.Ordinal);
        _inbox.Note(work, null);
        Assert.Equal([Path("a.ndjson")], Directory.GetFiles(Path("")));
    }

    private string Path(string name) => System.IO.Path.Combine(_study.File("inbox"), name);

    private void Drop(string name, params string[] lines) => File.WriteAllBytes(Path(name), Bytes(lines));

    private WorkItem Import()
    {
        var work = _ledger.NextDue()!;
        var report = Assert.Single(_study.Import(_inbox.PathOf(work)).Files);
        Assert.Null(report.Error);
        return End(report.Sha256);
    }

    private WorkItem End(string? result)
    {
        var lease = _ledger.Claim(_ledger.NextDue()!.Id)!; // the tests call it when something is due
        _ledger.Complete(lease, result, null);
        return lease.Work;
    }
}
