using DiscourseLens.Collecting.Deleting;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

public sealed class RetentionTests
{
    private const string Text = "Ketamine infusions helped my depression a lot.";
    private const int Days = 1612; // from the day of the second post to the clock

    [Fact]
    public void Run_PurgesOldTextsOnly_AndKeepsScoresAndSeries()
    {
        using var study = Study();
        var (scores, series) = (Scores(study), study.Series().Kept);
        var counts = Expire(study);
        Assert.Equal((0, 1), (counts.Items, counts.Texts));
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item_text join item on id = item_id"));
        study.ScoreAndRollUp();
        Assert.Equal(scores, Scores(study));
        Assert.Equal(series, study.Series().FromScratch);
        Assert.Equal("retention|0|1", study.Row("select reason, items, texts from purge_receipt"));
        Assert.True(Expire(study).IsNone);
    }

    [Fact]
    public void Run_IsNotUndone_WhenTheSameTextComesAgain()
    {
        using var study = Study();
        Expire(study);
        study.Import(Old(), Old(("retrieved_on", $"{Noon + 9000}")));
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item_text join item on id = item_id"));
        Assert.Equal("1", study.Row("select count(*) from sentiment_score join item on id = item_id where native_id = 't1_c1' and target = 'all'"));
    }

    [Fact]
    public void Run_KeepsScores_WhenTheThreadOfAnExpiredPostComesIn()
    {
        using var study = Study();
        Expire(study);
        var scores = Scores(study);
        study.Import(Submission("s1", "A thread", "About something else."));
        study.ScoreAndRollUp();
        Assert.Equal(scores.Where(row => row.StartsWith("t1_c1", StringComparison.Ordinal)), Scores(study).Where(row => row.StartsWith("t1_c1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_LeavesATextThatWasNeverScored()
    {
        using var study = new DeletingStudy();
        study.Import(Old());
        Assert.True(Expire(study).IsNone);
        study.ScoreAndRollUp();
        Assert.Equal(1, Expire(study).Texts);
    }

    private static PurgeCounts Expire(DeletingStudy study) =>
        new DiscourseLens.Collecting.Deleting.Retention(study.Database, study.Time).Run(Days, TestContext.Current.CancellationToken);

    private static IReadOnlyList<string> Scores(DeletingStudy study) => study.Rows("""
        select native_id, target, compound from sentiment_score join item on id = item_id
        union all select native_id, target, relevant from relevance_score join item on id = item_id
        union all select native_id, target, label from stance_score join item on id = item_id order by 1, 2, 3
        """);

    private static string Old(params (string, string?)[] fields) => Comment("c1", Text, fields);

    private static DeletingStudy Study()
    {
        var study = new DeletingStudy();
        study.Import(Old(), Comment("c2", Text, ("created_utc", $"{Noon + 86_400}")));
        study.ScoreAndRollUp();
        return study;
    }
}
