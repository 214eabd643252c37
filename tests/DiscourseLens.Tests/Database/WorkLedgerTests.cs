using DiscourseLens.Collecting;
using DiscourseLens.Database;
using DiscourseLens.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Database;

public sealed class WorkLedgerTests : IDisposable
{
    private static readonly NewWork s_late = new("import", "b", "1 b", "b.zst");
    private static readonly NewWork s_early = new("import", "a", "1 a", "a.zst");
    private static readonly NewWork s_score = new("score", "unscored", "2");

    private readonly TestStudy _study = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero));
    private readonly WorkLedger _ledger;

    public WorkLedgerTests() => _ledger = new(_study.Database, _time, "me");

    public void Dispose() => _study.Dispose();

    [Fact]
    public void Add_KeepsOneItem_WhenKindAndKeyAreKnown()
    {
        Assert.Equal(2, _ledger.Add([s_late, s_early]));
        Assert.Equal(0, _ledger.Add([s_late, s_early]));
        Assert.Equal(["a", "b"], _ledger.Keys("import").Order());
    }

    [Fact]
    public void NextDue_GoesByPlace_NotByTheOrderOfEntry()
    {
        _ledger.Add([s_score, s_late, s_early]);
        Assert.Equal(["a.zst", "b.zst", ""], Enumerable.Range(0, 3).Select(_ => Done(ClaimNext()).Work.Payload));
        Assert.Null(_ledger.NextDue());
    }

    [Fact]
    public void Claim_GivesTheWorkToOneRunOnly()
    {
        _ledger.Add([s_early]);
        var id = _ledger.NextDue()!.Id;
        Assert.Equal(1, _ledger.Claim(id)!.Epoch);
        Assert.Null(_ledger.Claim(id));
        Assert.Null(_ledger.Claim(id + 1));
    }

    [Fact]
    public void RecoverExpired_MakesWorkDue_OnlyWhenItsLeaseRanOut()
    {
        _ledger.Add([s_early]);
        var lease = ClaimNext();
        _time.Advance(WorkLedger.LeaseTime - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _ledger.RecoverExpired());
        _ledger.Renew(lease);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _ledger.RecoverExpired());
        _time.Advance(WorkLedger.LeaseTime);
        Assert.Equal(1, _ledger.RecoverExpired());
        Assert.Equal(2, ClaimNext().Epoch);
    }

    [Fact]
    public void RecoverForeign_MakesWorkOfADeadProcessDue_AndNotOurOwn()
    {
        _ledger.Add([s_early]);
        ClaimNext();
        Assert.Equal(0, _ledger.RecoverForeign());
        Assert.Equal(1, new WorkLedger(_study.Database, _time, "the next process").RecoverForeign());
        Assert.Equal("a.zst", _ledger.NextDue()?.Payload);
    }

    [Fact]
    public void Fail_WaitsLongerEachTime_AndGivesUpAtTheLast()
    {
        _ledger.Add([s_early]);
        foreach (var minutes in new[] { 1, 4, 16, 64 })
        {
            _ledger.Fail(ClaimNext(), "the disk is full", again: true);
            _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMilliseconds(1));
            Assert.Null(_ledger.NextDue());
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _ledger.Fail(ClaimNext(), "the disk is full", again: true);
        _time.Advance(TimeSpan.FromDays(365));
        Assert.Null(_ledger.NextDue());
        Assert.Equal(["failed|5|the disk is full"], _study.Rows("select state, attempt, error from work"));
    }

    [Fact]
    public void Fail_GivesUpAtOnce_WhenAnotherAttemptCannotHelp()
    {
        _ledger.Add([s_early]);
        _ledger.Fail(ClaimNext(), "broken", again: false);
        Assert.Equal(["failed|1|broken"], _study.Rows("select state, attempt, error from work"));
    }

    [Fact]
    public void Release_MakesWorkDueAtOnce_AndCancelDoesNot()
    {
        _ledger.Add([s_early]);
        _ledger.Release(ClaimNext());
        _ledger.Cancel(ClaimNext());
        Assert.Equal(["cancelled|0|2"], _study.Rows("select state, attempt, lease_epoch from work"));
        Assert.Null(_ledger.NextDue());
    }

    [Fact]
    public void Request_MakesEndedWorkDueAgain_AndLeavesWorkUnderWay()
    {
        _ledger.Request(s_score);
        var lease = ClaimNext();
        _ledger.Request(s_score);
        Assert.Null(_ledger.NextDue());
        Done(lease);
        _ledger.Request(s_score);
        Assert.Equal(2, ClaimNext().Epoch);
    }

    [Fact]
    public void Complete_RequestsWhatFollows_InTheSameTransaction()
    {
        _ledger.Add([s_early]);
        var lease = ClaimNext();
        _ledger.RecoverForeign();
        _ledger.Complete(lease, "sha", s_score);
        Assert.Equal("score", _ledger.NextDue()?.Kind);
        Assert.Throws<LeaseLostException>(() => _ledger.Complete(lease, "sha", new("rollup", "dirty", "3")));
        Assert.Equal(["import", "score"], _study.Rows("select kind from work order by id"));
    }

    [Fact]
    public void Repeat_MakesDoneWorkDue_ByItsResult()
    {
        _ledger.Add([s_early, s_late]);
        _ledger.Complete(ClaimNext(), "sha-a", null);
        _ledger.Complete(ClaimNext(), "sha-b", null);
        Assert.Equal(1, _ledger.Repeat("import", ["sha-b", "sha-c"]));
        Assert.Equal(0, _ledger.Repeat("import", []));
        Assert.Equal("b.zst", _ledger.NextDue()?.Payload);
    }

    [Fact]
    public void Backlog_CountsByState_AndTellsTheLongestWait()
    {
        Assert.Equal(new Backlog(0, 0, 0, null), _ledger.Backlog());
        _ledger.Add([s_early, s_late]);
        _ledger.Fail(ClaimNext(), "x", again: false);
        _time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(new Backlog(1, 0, 1, TimeSpan.FromHours(3)), _ledger.Backlog());
    }

    [Fact]
    public void Guard_KeepsAStaleImportOut_WhenItsWorkWasTakenOver()
    {
        _ledger.Add([s_early]);
        var stale = ClaimNext();
        _time.Advance(WorkLedger.LeaseTime);
        _ledger.RecoverExpired();
        var current = ClaimNext();
        var path = _study.Write("posts.ndjson", Submission("s1", "Medicine and healing", "text"));
        Assert.Throws<LeaseLostException>(() => Import(path, stale));
        Assert.Equal(0, _study.Scalar<long>("select (select count(*) from item) + (select count(*) from archive_file)"));

        Assert.Null(Assert.Single(Import(path, current).Files).Error);
        Assert.Equal(1, _study.Scalar<long>("select count(*) from item"));
        Done(current);
        Assert.Throws<LeaseLostException>(() => _ledger.Renew(current));
    }

    private ImportReport Import(string path, Lease lease) =>
        new Collector(_study.Database, _study.Scope, _study.Key, connection => _ledger.Guard(connection, lease))
            .Import([path], null, null, TestContext.Current.CancellationToken);

    private Lease ClaimNext() => _ledger.Claim(_ledger.NextDue()!.Id)!; // the tests call it when something is due

    private Lease Done(Lease lease)
    {
        _ledger.Complete(lease, null, null);
        return lease;
    }
}
