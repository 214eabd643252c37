using System.Text;
using CsCheck;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class ArchiveReadingTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("gz")]
    [InlineData("zstd")]
    [InlineData("two gz")]
    [InlineData("two zstd")]
    [InlineData("long window")]
    [InlineData("skippable first")]
    public void Import_ReadsAllLines_WhateverThePacking(string packing)
    {
        using var study = new TestStudy();
        var (one, two) = (Bytes(Comment("c1", "x")), Bytes(Comment("c2", "y")));
        byte[] both = [.. one, .. two];
        var file = study.Import(study.Write("archive", packing switch
        {
            "plain" => both,
            "gz" => Gzip(both),
            "zstd" => Zstd(both),
            "two gz" => [.. Gzip(one), .. Gzip(two)],
            "two zstd" => [.. Zstd(one), .. Zstd(two)],
            "long window" => LongWindowZstd(both),
            _ => [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9, .. Zstd(both)],
        })).Files[0];
        Assert.Null(file.Error);
        Assert.Equal((2, 2), (file.Read, file.Stored));
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "")]
    [InlineData("\n\n \t\r\n\n", "\n\n")]
    [InlineData("\n\uFEFF", "\n")]
    public void Import_ReadsAllLines_WhateverEndsThem(string between, string last)
    {
        using var study = new TestStudy();
        var text = "\uFEFF" + Comment("c1", "x") + between + Comment("c2", "y") + last;
        var file = study.Import(study.Write("a.ndjson", Encoding.UTF8.GetBytes(text))).Files[0];
        Assert.Equal((2, 2, 0), (file.Read, file.Stored, file.Rejected));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(16)]
    [InlineData(45)]
    public void Import_RejectsALineOfManyMegabytes_AndGoesOn(int megabytes)
    {
        using var study = new TestStudy();
        var huge = Comment("c2", new string('x', megabytes << 20));
        var file = study.Import(study.Write("a.gz", Comment("c1", "x"), huge, Comment("c3", "z"))).Files[0];
        Assert.Equal((3, 2, 1), (file.Read, file.Stored, file.Rejected));
        Assert.Equal("2|line longer than 16 MiB", Assert.Single(study.Rows("select line, reason from rejected_line")));
        Assert.Equal(["1", "3"], study.Rows("select line from capture order by line"));
    }

    [Fact]
    public void Import_KeepsALineOfFifteenMegabytes()
    {
        using var study = new TestStudy();
        var file = study.Import(study.Write("a.zst", Comment("c1", new string('x', 15 << 20)), Comment("c2", "y"))).Files[0];
        Assert.Equal((2, 2), (file.Read, file.Stored));
        Assert.Equal(15 << 20, study.Scalar<long>("select max(length(text)) from item_text"));
    }

    [Fact]
    public void Import_TellsKindsByContent_NotByName()
    {
        using var study = new TestStudy();
        study.Import(study.Write("RC_2020-01.zst", Submission("s1", "t", "x")), study.Write("RS_2020-01.zst", Comment("c1", "x")));
        Assert.Equal(["comment", "submission"], study.Rows("select kind from item order by kind"));
        Assert.Empty(study.Rows("select 1 from collection_window"));
    }

    [Fact]
    public void Import_StoresWhatIsInScope()
    {
        using var study = new TestStudy();
        study.Import(
            study.Write("RC.ndjson",
                Comment("c1", "nothing here", Elsewhere, ("link_id", "\"t3_s1\"")),
                Comment("c2", "nothing here", Elsewhere, ("link_id", "\"t3_s2\"")),
                Comment("c3", "healing", Elsewhere, ("link_id", "\"t3_s2\"")),
                Comment("c4", "healing", Elsewhere, ("link_id", "\"t3_s3\"")),
                Comment("c5", "healing medi\\u0063ine".Replace("\\u0063", "c", StringComparison.Ordinal), Elsewhere, ("link_id", "\"t3_s3\"")),
                Comment("c6", "nothing here", ("subreddit", "\"testtown\""))),
            study.Write("RS.ndjson",
                Submission("s1", "Healing", "by medicine", Elsewhere),
                Submission("s2", "Medicine", "alone", Elsewhere),
                Submission("s3", "Neither", "", Elsewhere)));
        Assert.Equal(["t1_c1", "t1_c3", "t1_c5", "t1_c6", "t3_s1"], study.Rows("select native_id from item order by 1"));
        Assert.Equal("t3_s2|1", Assert.Single(study.Rows("select native_id, concepts from thread_hint")));
    }

    [Fact]
    public void Import_KeepsOrderAndNumbers_WhenTheFileHasManyBlocks()
    {
        const int Count = 40_000; // about 13 MB, in blocks of 4 MiB
        using var study = new TestStudy();
        var lines = Enumerable.Range(0, Count).Select(i => i % 1000 == 7 ? "" : i % 1000 == 8 ? "bad"
            : Comment($"c{i}", i % 500 == 0 ? "healing medicine" : "plain words", Elsewhere, ("link_id", null)));
        var file = study.Import(study.Write("a.zst", lines)).Files[0];
        Assert.Equal((Count - 40, 80, 40), (file.Read, file.Stored, file.Rejected));
        Assert.Empty(study.Rows("select 1 from capture c join item i on i.id = item_id where native_id <> 't1_c' || (line - 1)"));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{(i * 1000) + 9}"), study.Rows("select line from rejected_line order by line"));
    }

    [Fact]
    public void Import_CountsEveryPost_ByKindCommunityAndDay()
    {
        using var study = new TestStudy();
        study.ImportLines(
            Comment("c1", "x"), Comment("c2", "x"), Comment("c3", "x", ("created_utc", $"{Noon + 86_400}")),
            Comment("c4", "x", Elsewhere), Comment("c5", "x", ("subreddit", "\"ThirdTown\"")), Submission("s1", "t", "x"),
            Comment("c6", "x", ("_meta", "{\"was_deleted_later\":true}")), "bad");
        Assert.Equal(
            ["comment|*|1577836800000|2", "comment|testtown|1577836800000|3", "comment|testtown|1577923200000|1", "submission|testtown|1577836800000|1"],
            study.Rows("""
                select a.kind, c.name_key, a.day_ms, a.n from archive_count a join community c on c.id = a.community_id
                order by a.kind, c.name_key, a.day_ms
                """));
    }

    [Fact]
    public void Import_AccountsForEveryLine_WhateverTheLines()
    {
        var good = Gen.Select(Gen.Int[0, 20], Gen.Bool, Gen.OneOf("x", "healing medicine", "[deleted]", "é😀\n"), Gen.Bool)
            .Select(t => t.Item2
                ? Comment($"c{t.Item1}", t.Item3, t.Item4 ? Elsewhere : ("n", "1"))
                : Submission($"s{t.Item1}", t.Item3, "y", t.Item4 ? Elsewhere : ("n", "1")));
        var cut = good.SelectMany(line => Gen.Int[1, line.Length - 1].Select(length => line[..length]));
        var line = Gen.Frequency((6, good), (2, cut), (1, Gen.String.Select(text => text.Replace('\n', ' ').Replace('\uFEFF', ' '))));
        line.Array[0, 40].Sample(lines =>
        {
            using var study = new TestStudy();
            var bytes = Bytes(lines);
            var file = study.Import(study.Write("a.ndjson", bytes)).Files[0];
            Assert.Null(file.Error);
            var expected = Encoding.UTF8.GetString(bytes).Split('\n').Count(text => text.Trim(' ', '\t', '\r').Length > 0);
            Assert.Equal(expected, file.Read);
            Assert.Equal(file.Read, file.Stored + file.Duplicate + file.OutOfScope + file.Rejected);
            Assert.Equal(file.Stored, study.Scalar<long>("select count(*) from item"));
            Assert.Equal(file.Stored + file.Duplicate, study.Scalar<long>("select count(*) from capture"));
            Assert.Equal(file.Rejected, study.Scalar<long>("select count(*) from rejected_line"));
            Assert.Equal(file.Read - file.Rejected, study.Scalar<long>("select coalesce(sum(n), 0) from archive_count"));
        }, iter: 40, threads: 1);
    }

    private static readonly (string, string?) Elsewhere = ("subreddit", "\"OtherTown\"");
}
