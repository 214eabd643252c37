using CsCheck;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class ArchiveMergeTests
{
    [Theory]
    [InlineData(100, "old", 200, "new", "live|new")]
    [InlineData(100, "old", 200, "[deleted]", "deleted by author|null")]
    [InlineData(100, "[removed]", 200, "restored", "live|restored")]
    [InlineData(100, "live", 100, "[deleted]", "deleted by author|null")]
    [InlineData(null, "undated", 100, "dated", "live|dated")]
    public void Import_ShowsNewestCapture_WhateverTheOrder(int? firstAt, string first, int secondAt, string second, string expected)
    {
        var one = Comment("c1", first, ("retrieved_on", firstAt is null ? null : $"{Noon + firstAt}"));
        var two = Comment("c1", second, ("retrieved_on", $"{Noon + secondAt}"));
        foreach (var lines in (string[][])[[one, two], [two, one]])
        {
            using var together = new TestStudy();
            together.ImportLines(lines);
            using var apart = new TestStudy();
            apart.Import(apart.Write("a.gz", lines[0]));
            apart.Import(apart.Write("b.gz", lines[1]));
            foreach (var study in (TestStudy[])[together, apart])
            {
                Assert.Equal(expected, Assert.Single(study.Rows("select state, text from item left join item_text on item_id = id")));
                Assert.Equal(2, study.Scalar<long>("select count(*) from capture"));
            }
        }
    }

    [Fact]
    public void Import_ForgetsTheAuthor_WhenANewerCaptureNoLongerNamesOne()
    {
        using var study = new TestStudy();
        study.Import(study.Write("a.gz", Comment("c1", "x"), Comment("c2", "x", ("author", "\"Other\""))));
        study.Import(study.Write("b.gz", Comment("c1", "x", ("author", "\"[deleted]\""), ("retrieved_on", $"{Noon + 900}"))));
        Assert.Equal(1, study.Scalar<long>("select count(*) from author"));
        Assert.Equal("account gone|null", Assert.Single(study.Rows("select state, author_id from item where native_id = 't1_c1'")));
    }

    [Fact]
    public void Import_PurgesThePost_WhenItWasDeletedLater()
    {
        using var study = new TestStudy();
        var text = Comment("c1", "words that must go");
        var gone = Comment("c1", "words that must go", ("_meta", "{\"was_deleted_later\":true}"), ("retrieved_on", $"{Noon + 900}"));
        study.Import(study.Write("a.gz", text, Comment("c2", "words that stay", ("author", "\"Other\""))));

        var again = Assert.Single(study.Import(study.Write("b.gz", gone)).Files);
        var older = Assert.Single(study.Import(study.Write("c.gz", text)).Files);

        Assert.Equal((1, 0, 1), (again.Read, again.Stored, again.OutOfScope));
        Assert.Equal((1, 0, 1), (older.Read, older.Stored, older.OutOfScope));
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
        Assert.Equal(1, study.Scalar<long>("select count(*) from author"));
        Assert.Equal(1, study.Scalar<long>("select count(*) from capture"));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(study.Database.Path)!, "store.db*"))
            Assert.DoesNotContain("must go", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_KeepsALaterCapture_WhenItsTextIsGoneAndOnlyItsTextWasInScope()
    {
        using var study = new TestStudy();
        study.Import(study.Write("a.gz", Comment("c1", "healing medicine", Elsewhere)));
        study.Import(study.Write("b.gz", Comment("c1", "[deleted]", Elsewhere, ("retrieved_on", $"{Noon + 900}"))));
        Assert.Equal("deleted by author|null", Assert.Single(study.Rows("select state, text from item left join item_text on item_id = id")));
    }

    [Fact]
    public void Import_ReadsEarlierCrawlFirst_WhateverTheNames()
    {
        using var study = new TestStudy();
        study.Import(
            study.Write("a.gz", Comment("c1", "[deleted]", Elsewhere, ("retrieved_on", $"{Noon + 900}"))),
            study.Write("b.gz", Comment("c1", "healing medicine", Elsewhere)));
        Assert.Equal(0, study.Scalar<long>("select count(*) from item_text"));
    }

    [Fact]
    public void Import_ForgetsScores_WhenTextChanges()
    {
        using var study = new TestStudy();
        study.Import(study.Write("a.gz", Comment("c1", "x"), Comment("c2", "y")));
        GiveSentiment(study);
        study.Import(study.Write("b.gz", Comment("c1", "changed", ("retrieved_on", $"{Noon + 900}")), Comment("c2", "y")));
        Assert.Equal("t1_c2", Assert.Single(study.Rows("select native_id from sentiment_score join item on id = item_id")));
    }

    [Fact]
    public void Import_ForgetsSentimentOfReplies_WhenTheirThreadArrives()
    {
        using var study = new TestStudy();
        study.Import(study.Write("a.gz", Comment("c1", "x"), Comment("c2", "y", ("link_id", "\"t3_s2\""), ("parent_id", "\"t3_s2\""))));
        GiveSentiment(study);
        study.Import(study.Write("b.gz", Submission("s1", "Medicine", "Healing")));
        Assert.Equal("t1_c2", Assert.Single(study.Rows("select native_id from sentiment_score join item on id = item_id")));
    }

    [Fact]
    public void Import_GivesTheSameStore_WhateverTheOrderOfArguments()
    {
        Archives.SelectMany(files => Gen.Shuffle(Enumerable.Range(0, files.Length).ToArray()).Select(order => (files, order))).Sample(t =>
        {
            using var straight = new TestStudy();
            using var shuffled = new TestStudy();
            var plain = straight.Import([.. Write(straight, t.files)]);
            var paths = Write(shuffled, t.files);
            var mixed = shuffled.Import([.. t.order.Select(i => paths[i])]);
            Assert.Equal(plain.Posts, mixed.Posts);
            Assert.Equal(StoreContents.All(straight.File("store.db")), StoreContents.All(shuffled.File("store.db")));
        }, iter: 20, threads: 1);
    }

    [Fact]
    public void Import_GivesTheSamePosts_WhateverTheNamesOrNumberOfCommands()
    {
        Archives.SelectMany(files => Gen.Shuffle(files).Select(other => (files, other))).Sample(t =>
        {
            using var straight = new TestStudy();
            using var renamed = new TestStudy();
            using var stepwise = new TestStudy();
            straight.Import([.. Write(straight, t.files)]);
            renamed.Import([.. Write(renamed, t.other)]);
            foreach (var path in Write(stepwise, t.other))
                stepwise.Import(path);
            for (var again = 0; again < 3; again++) // threads that came late name the files to import again
                stepwise.Import([.. Write(stepwise, t.other)]);
            var expected = StoreContents.Posts(straight.File("store.db"));
            Assert.Equal(expected, StoreContents.Posts(renamed.File("store.db")));
            Assert.Equal(expected, StoreContents.Posts(stepwise.File("store.db")));
        }, iter: 20, threads: 1);
    }

    [Fact]
    public void Import_ChangesNothing_WhenRepeated()
    {
        using var study = new TestStudy();
        string[] paths = [study.Write("RS_2020-01.gz", Submission("s1", "t", "x")), study.Write("RC.zst", Comment("c1", "x"), Comment("c2", "x", Elsewhere, ("link_id", null)), "bad")];
        study.Import(paths);
        var before = StoreContents.All(study.File("store.db"));
        var report = study.Import(paths);
        Assert.Equal(before, StoreContents.All(study.File("store.db")));
        Assert.All(report.Files, file => Assert.Equal((0, true), (file.Stored, file.IsUnchanged)));
        Assert.Equal((3, 0, 1, 1, 1), (report.Files[1].Read, report.Files[1].Stored, report.Files[1].Duplicate, report.Files[1].OutOfScope, report.Files[1].Rejected));
    }

    [Fact]
    public void Import_NamesCommentFiles_WhenAThreadComesLate()
    {
        using var study = new TestStudy();
        var comments = study.Write("comments.gz",
            Comment("c1", "reply", Elsewhere), Comment("c2", "reply", Elsewhere, ("link_id", "\"t3_s2\"")), Comment("c3", "x"));
        var earlier = study.Write("earlier.gz", Comment("c9", "reply", Elsewhere, ("created_utc", $"{Noon - 86_400}")));
        Assert.Empty(study.Import(comments, earlier).ImportAgain);
        var late = study.Import(study.Write("threads.gz", Submission("s1", "healing medicine", "", Elsewhere)));
        Assert.Equal(("comments.gz", 1), (Assert.Single(late.ImportAgain).Name, late.ImportAgain[0].Threads));

        var again = study.Import(comments, earlier);
        Assert.Equal((1, 1, 1), (again.Files[0].Stored, again.Files[0].Duplicate, again.Files[0].OutOfScope));
        Assert.True(again.Files[1].IsUnchanged);
        Assert.Empty(again.ImportAgain);
        Assert.Equal(["t1_c1", "t1_c3", "t3_s1"], study.Rows("select native_id from item order by 1"));
        Assert.Equal("2|0|1", Assert.Single(study.Rows("select stored, duplicate, out_of_scope from archive_file where name = 'comments.gz'")));
    }

    [Fact]
    public void Import_NamesNoFile_WhenALateThreadIsOfAnotherCommunity()
    {
        using var study = new TestStudy();
        study.Import(study.Write("comments.gz", Comment("c1", "x")));
        Assert.Empty(study.Import(study.Write("threads.gz", Submission("s9", "healing medicine", "", Elsewhere))).ImportAgain);
    }

    [Fact]
    public void Import_FindsThreadsOfItsOwnFile_WhenKindsAreMixed()
    {
        using var study = new TestStudy();
        var mixed = study.Write("mixed.gz", Comment("c1", "reply", Elsewhere), Submission("s1", "healing medicine", "", Elsewhere), Comment("c2", "reply", Elsewhere));
        Assert.Equal("mixed.gz", Assert.Single(study.Import(mixed).ImportAgain).Name);
        var again = study.Import(mixed);
        Assert.Equal((3, 0), (again.Posts, again.ImportAgain.Count));
    }

    [Fact]
    public void Import_ReadsAgain_WhenTheScopeChanged()
    {
        using var study = new TestStudy();
        var path = study.Write("a.gz", Comment("c1", "x"));
        study.Import(path);
        using (var connection = study.Database.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "update archive_file set scope = 'another'";
            command.ExecuteNonQuery();
        }

        var file = study.Import(path).Files[0];
        Assert.Equal((false, 1, 0, 1), (file.IsUnchanged, file.Read, file.Stored, file.Duplicate));
        Assert.Equal(1, study.Scalar<long>("select count(*) from capture"));
    }

    /// <summary>Files of captures whose fields that never change agree, as they do at the source.</summary>
    private static readonly Gen<byte[][]> Archives =
        (from id in Gen.Int[0, 12]
         from isComment in Gen.Bool
         from text in Gen.OneOf("x", "healing", "medicine", "[deleted]", "healing medicine")
         from at in Gen.Int[0, 3]
         from link in Gen.Bool
         from author in Gen.OneOf("\"Ann\"", "\"Bob\"", "\"[deleted]\"", null)
         let when = ("retrieved_on", at == 0 ? null : $"{Noon + at}")
         let full = link && isComment
         select isComment
            ? Comment($"c{id}", text, when, ("author", author), ("link_id", full ? $"\"t3_s{id % 4}\"" : null),
                ("parent_id", full ? $"\"t3_s{id % 4}\"" : null), ("permalink", link ? $"\"/r/TestTown/{id}/\"" : null),
                ("subreddit", link ? "\"TestTown\"" : "\"testtown\""))
            : Submission($"s{id}", text, "y", when, ("author", author), ("permalink", link ? $"\"/r/TestTown/{id}/\"" : null)))
        .Array[1, 12].Select(lines => Zstd(Bytes(lines))).Array[2, 5];

    private static readonly (string, string?) Elsewhere = ("subreddit", "\"OtherTown\"");

    private static List<string> Write(TestStudy study, byte[][] files) =>
        [.. files.Select((bytes, i) => study.Write($"file{i}.zst", bytes))];

    private static void GiveSentiment(TestStudy study)
    {
        using var connection = study.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            insert into scorer (id, kind, name, version, hash, first_used_ms, current) values (1, 'sentiment', 's', '1', 'h', 0, 1);
            insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound) select id, 1, 'all', 0, 1, 0, 0 from item;
            """;
        command.ExecuteNonQuery();
    }
}
