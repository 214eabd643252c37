using DiscourseLens.Collecting.Deleting;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

public sealed class ForgettingTests
{
    private const string Text = "Ketamine infusions helped my depression a lot.";

    [Fact]
    public void Forget_Item_PurgesItAndKeepsItAway()
    {
        using var study = Study();
        var counts = study.Forgetting.Forget(study.Forgetting.Item("t1_c1"));
        study.Import(Comment("c1", Text));

        Assert.Equal((1, 1, 1, 1), (counts.Items, counts.Texts, counts.Captures, counts.Authors));
        Assert.True(counts.Scores > 0 && counts.Mentions > 0);
        Assert.Equal(["t1_c2", "t1_c3"], study.Rows("select native_id from item order by native_id"));
        Assert.Equal("forget item|1|1|1|1", study.Row("select reason, items, texts, authors, captures from purge_receipt"));
    }

    [Fact]
    public void Forget_Item_HoldsBeforeItIsEverStored()
    {
        using var study = Study();
        study.Forgetting.Forget(study.Forgetting.Item("reddit/t1_c9"));
        study.Import(Comment("c9", Text));
        Assert.Empty(study.Rows("select 1 from item where native_id = 't1_c9'"));
    }

    [Fact]
    public void Forget_Author_PurgesAllPostsAndAnyLaterSightingWithoutTheName()
    {
        using var study = Study();
        var counts = study.Forgetting.Forget(study.Forgetting.Author(study.Key, "reddit", "OTHER"));
        study.Import(
            Comment("c3", Text, ("author", "\"[deleted]\""), ("retrieved_on", $"{Noon + 900}")), Comment("c8", Text, ("author", "\"Other\"")));

        Assert.Equal((2, 1), (counts.Items, counts.Authors));
        Assert.Equal(["t1_c1"], study.Rows("select native_id from item"));
    }

    [Fact]
    public void Forget_Author_PurgesAPostThatWasSeenWithoutTheNameBefore()
    {
        using var study = Study();
        study.Import(Comment("c7", Text, ("author", "\"[deleted]\""), ("retrieved_on", $"{Noon + 900}")));
        study.Forgetting.Forget(Forgetting.Author(Convert.ToHexStringLower(study.Key.KeyOf("reddit", "Fourth"))));
        study.Import(Comment("c7", Text, ("author", "\"Fourth\"")));
        Assert.Empty(study.Rows("select 1 from item where native_id = 't1_c7'"));
    }

    [Fact]
    public void Forget_Source_PurgesEverythingAndRefusesMore()
    {
        using var study = Study();
        var counts = study.Forgetting.Forget(study.Forgetting.Source("reddit"));
        Assert.Equal(3, counts.Items);
        Assert.Equal(["0", "0", "0"], study.Rows("select count(*) from item union all select count(*) from author union all select count(*) from thread_hint"));
        Assert.Contains("forgotten", Assert.Throws<LensException>(() => study.Import(Comment("c1", Text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forget_TakesRepliesScoresAgain_WhenTheirThreadGoes()
    {
        using var study = Study();
        study.Import(Submission("s1", "Ketamine therapy", Text), Comment("c4", "It works."));
        study.ScoreAndRollUp();
        var before = study.Row("select path from relevance_score join item on id = item_id where native_id = 't1_c4' and target = 'all'");
        study.Forgetting.Forget(study.Forgetting.Item("t3_s1"));
        Assert.Empty(study.Rows("select 1 from relevance_score join item on id = item_id where native_id = 't1_c4'"));
        study.ScoreAndRollUp();
        Assert.NotEqual(before, study.Row("select path from relevance_score join item on id = item_id where native_id = 't1_c4' and target = 'all'"));
        var (kept, fromScratch) = study.Series();
        Assert.Equal(fromScratch, kept);
    }

    [Theory]
    [InlineData("t1_none", "No post of the id 't1_none'")]
    [InlineData("lemmy/1", "no source 'lemmy'; it knows reddit")]
    public void Item_IsRefused_WhenNobodyCanTellWhich(string id, string message)
    {
        using var study = Study();
        Assert.Contains(message, Assert.Throws<LensException>(() => study.Forgetting.Item(id)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Author_IsRefused_WhenItIsNoKey(string key) => Assert.Contains("64 hex digits", Assert.Throws<LensException>(() => Forgetting.Author(key)).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_ThatHangsOnAnItem_GoesWithIt()
    {
        using var study = new DeletingStudy();
        Assert.Empty(study.Rows("""
            select t.name from sqlite_schema t join pragma_table_info(t.name) c
            where t.type = 'table' and c.name = 'item_id' and not exists (
                select 1 from pragma_foreign_key_list(t.name) k where k."from" = 'item_id' and k."table" = 'item' and k.on_delete = 'CASCADE')
            """));
    }

    private static DeletingStudy Study()
    {
        var study = new DeletingStudy();
        study.Import(Comment("c1", Text), Comment("c2", Text, ("author", "\"Other\"")), Comment("c3", Text, ("author", "\"Other\"")));
        study.ScoreAndRollUp();
        return study;
    }
}
