using Dapper;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Revisiting;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

public sealed class RevisitRunTests
{
    private const string Text = "Ketamine infusions helped my depression a lot.";
    private const long Created = 1_717_200_000; // the study's clock

    [Fact]
    public async Task Run_KeepsScoresAndWritesNothing_WhenAPostIsAsItWas()
    {
        using var study = Study(1);
        var again = Again(study, 1);
        var scores = study.Rows("select * from sentiment_score");
        var report = await RunAsync(study, again, days: 1.1);
        Assert.Equal((1, 1), (report.Counts.Asked, report.Counts.Unchanged));
        Assert.Equal(scores, study.Rows("select * from sentiment_score"));
        Assert.Equal("1", study.Row("select count(*) from capture"));
        Assert.Null(report.ResumeAt);
    }

    [Fact]
    public async Task Run_PurgesThePost_WhenItsAuthorDeletedIt()
    {
        using var study = Study(2);
        var again = Again(study, 2);
        again.Posts["t1_c1"] = Post(1) with { State = PostState.DeletedByAuthor, Author = null, AuthorState = AuthorStates.Deleted, Body = "" };
        var report = await RunAsync(study, again, days: 1.1);
        study.ScoreAndRollUp();
        Assert.True(study.Clear().IsDone);

        Assert.Equal(1, report.Counts.Deleted);
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
        study.HoldsNothingOf(["number 1."]);
        Assert.Equal("deleted by author|1|1", study.Row("select reason, items, texts from purge_receipt"));
        var (kept, fromScratch) = study.Series();
        Assert.Equal(fromScratch, kept);
        study.Import(Line(1));
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
    }

    [Theory]
    [InlineData(PostState.RemovedByModerator)]
    [InlineData(PostState.RemovedByPlatform)]
    public async Task Run_PurgesTheText_WhenItWasRemoved(string state)
    {
        using var study = Study(2);
        var again = Again(study, 2);
        again.Posts["t1_c1"] = Post(1) with { State = state, Body = "" };
        var report = await RunAsync(study, again, days: 1.1);
        study.ScoreAndRollUp();
        Assert.True(study.Clear().IsDone);

        Assert.Equal(1, report.Counts.Removed);
        Assert.Equal($"{state}|removed|0", study.Row("select state, reason, (select count(*) from sentiment_score s where s.item_id = id) from item join unscored on item_id = id"));
        Assert.Equal("1", study.Row("select count(*) from capture where text_hash = x''"));
        study.HoldsNothingOf(["number 1."]);
        Assert.Equal("shown as gone|0|1|1", study.Row("select reason, items, texts, captures from purge_receipt"));
    }

    [Fact]
    public async Task Run_ForgetsTheAuthorOnly_WhenTheAccountIsGone()
    {
        using var study = Study(1);
        var again = Again(study, 1);
        again.Posts["t1_c1"] = Post(1) with { State = PostState.AccountGone, Author = null, AuthorState = AuthorStates.Deleted };
        await RunAsync(study, again, days: 1.1);
        study.ScoreAndRollUp();
        Assert.True(study.Clear().IsDone);
        Assert.Equal("account gone|1|null", study.Row("select state, (select count(*) from item_text), author_id from item"));
        Assert.Equal("0", study.Row("select count(*) from author"));
        Assert.Equal(0, study.CountOf([study.Key.KeyOf("reddit", "Writer1")]));
        Assert.Equal("shown as gone|1", study.Row("select reason, authors from purge_receipt"));
    }

    [Fact]
    public async Task Run_BelievesAnAbsence_AtTheThirdLookADayApart()
    {
        using var study = Study(2);
        var again = Again(study, 2);
        again.Posts["t1_c1"] = null;
        foreach (var (days, absences, texts) in new[] { (1.1, 1, 2), (0.1, 1, 2), (1.1, 2, 2), (1.1, 3, 1) })
        {
            await RunAsync(study, again, days);
            Assert.Equal($"{absences}|{texts}", study.Row("select absences, (select count(*) from item_text) from revisit join item on id = item_id where native_id = 't1_c1'"));
        }

        Assert.Equal("unknown", study.Row("select state from item where native_id = 't1_c1'"));
        study.ScoreAndRollUp();
        Assert.True(study.Clear().IsDone);
        study.HoldsNothingOf(["number 1."]);
        Assert.Equal("absent|0|1", study.Row("select reason, items, texts from purge_receipt"));
        again.Posts["t1_c1"] = Post(1);
        await RunAsync(study, again, days: 31);
        Assert.Equal("live|0|2", study.Row("select state, absences, (select count(*) from item_text) from revisit join item on id = item_id where native_id = 't1_c1'"));
    }

    [Fact]
    public async Task Run_BelievesNoAbsence_WhenNothingAtAllIsShown()
    {
        using var study = Study(12);
        var again = new ShownAgain(study.Time);
        foreach (var days in new[] { 1.1, 1.1, 1.1, 1.1 })
            await RunAsync(study, again, days);
        Assert.Equal("12|0|12", study.Row("select count(*), sum(absences), (select count(*) from item_text) from revisit"));
    }

    [Fact]
    public async Task Run_TakesTheEdit_AndScoresAgain()
    {
        using var study = Study(1);
        var again = Again(study, 1);
        again.Posts["t1_c1"] = Post(1) with { Body = Text + " Edited." };
        await RunAsync(study, again, days: 1.1);
        Assert.Equal(Text + " Edited.", study.Row("select text from item_text"));
        Assert.Equal("0", study.Row("select count(*) from sentiment_score"));
        Assert.Equal("2", study.Row("select count(*) from capture"));
    }

    [Fact]
    public async Task Run_KeepsScoreAndReplies_AtFixedAges()
    {
        using var study = Study(1);
        var again = Again(study, 1);
        again.Posts["t1_c1"] = Post(1) with { Score = 40, Replies = 4 };
        await RunAsync(study, again, days: 1.1);
        await RunAsync(study, again, days: 0.5); // 1.6 days old: 36 hours are reached
        again.Posts["t1_c1"] = Post(1) with { Score = 70, Replies = 7 };
        await RunAsync(study, again, days: 1.1);
        using (var connection = study.Database.Connect())
            connection.Execute("delete from dirty_day");
        await RunAsync(study, again, days: 4.4);
        Assert.Equal("1", study.Row("select count(*) from dirty_day")); // the series as of that age are to be made again
        Assert.Equal(["3|null|null", "40|4|36", "70|7|168"], study.Rows("select score, replies, fixed_age_ms / 3600000 from capture order by captured_ms"));
        Assert.Equal("live", study.Row("select state from item"));
    }

    [Fact]
    public async Task Run_DoesNotBringAnExpiredTextBack()
    {
        using var study = Study(1);
        study.Time.Advance(TimeSpan.FromDays(3));
        new DiscourseLens.Collecting.Deleting.Retention(study.Database, study.Time).Run(1, TestContext.Current.CancellationToken);
        var again = Again(study, 1);
        again.Posts["t1_c1"] = Post(1) with { Body = "Edited since." };
        await RunAsync(study, again, days: 1);
        Assert.Equal("0|1", study.Row("select (select count(*) from item_text), (select count(*) from sentiment_score where target = 'all')"));
    }

    [Fact]
    public async Task Run_RestsSoThatItTakesItsShareOnly()
    {
        using var study = Study(60);
        var again = Again(study, 60);
        again.Takes = TimeSpan.FromMinutes(1);
        study.Time.Advance(TimeSpan.FromDays(1.1));
        var report = await Run(study).RunAsync(again.Configured, new RevisitOptions { Share = 0.25, Slice = TimeSpan.FromMinutes(2) }, null, TestContext.Current.CancellationToken);
        Assert.Equal(40, report.Counts.Asked);
        Assert.Equal(study.Time.GetUtcNow().AddMinutes(6), report.ResumeAt);
        Assert.Equal(new RevisitStatus(60, 20, 20, TimeSpan.FromMinutes(2) + TimeSpan.FromDays(1.1) - TimeSpan.FromMinutes(1)), Run(study).StatusOf("reddit"));
    }

    [Fact]
    public async Task Run_KeepsWhatWasAnswered_WhenTheSourceWantsToBeLeftAlone()
    {
        using var study = Study(3);
        var again = Again(study, 3);
        var until = study.Time.GetUtcNow().AddDays(2);
        again.Trouble = new RateLimitedException(until, "slow down");
        var report = await RunAsync(study, again, days: 1.1);
        Assert.Equal((1, until, "slow down"), (report.Counts.Asked, report.ResumeAt, report.Why));
        Assert.Equal(["0", "2"], study.Rows("select count(*) from revisit where visited_ms is not null and absences > 0 union all select count(*) from revisit where visited_ms is null"));
    }

    [Fact]
    public async Task Run_SpreadsAnArchivesPostsOverAMonth()
    {
        using var study = new DeletingStudy();
        study.Import(Enumerable.Range(1, 200).Select(number => Comment($"c{number}", Text)));
        var again = new ShownAgain(study.Time);
        Assert.Equal(0, (await RunAsync(study, again, days: 0)).Counts.Asked);
        Assert.Equal("200|1", study.Row("select count(*), max(due_ms) - min(due_ms) > 20 * 86400000 from revisit"));
        Assert.Equal("reddit|200|200|0", study.Row("select source, posts, unchecked, uncheckable from deletion_check"));
    }

    private static RevisitRun Run(DeletingStudy study) => new(study.Database, study.Scope, study.Key, study.Time);

    private static Task<RevisitReport> RunAsync(DeletingStudy study, ShownAgain again, double days)
    {
        study.Time.Advance(TimeSpan.FromDays(days));
        return Run(study).RunAsync(again.Configured, new RevisitOptions(), null, TestContext.Current.CancellationToken);
    }

    private static DeletingStudy Study(int posts)
    {
        var study = new DeletingStudy();
        study.Import(Enumerable.Range(1, posts).Select(Line));
        study.ScoreAndRollUp();
        return study;
    }

    private static ShownAgain Again(DeletingStudy study, int posts)
    {
        var again = new ShownAgain(study.Time);
        foreach (var number in Enumerable.Range(1, posts))
            again.Posts[$"t1_c{number}"] = Post(number);
        return again;
    }

    private static string Body(int number) => $"{Text} It is number {number}.";

    private static string Line(int number) => Comment($"c{number}", Body(number), ("author", Quote($"Writer{number}")),
        ("created_utc", $"{Created}"), ("retrieved_on", $"{Created + 60}"));

    private static FetchedPost Post(int number) => new()
    {
        NativeId = $"t1_c{number}",
        Kind = PostKind.Comment,
        Community = "TestTown",
        ThreadId = "t3_s1",
        ParentId = "t3_s1",
        Author = $"Writer{number}",
        CreatedMs = Created * 1000,
        Score = 3,
        Body = Body(number),
    };
}
