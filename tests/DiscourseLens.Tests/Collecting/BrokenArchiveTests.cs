using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting;

public sealed class BrokenArchiveTests
{
    private const int Lines = 3000;

    [Theory]
    [InlineData("zstd", 0.6)]
    [InlineData("zstd", 0.999)]
    [InlineData("zstd", 0.001)]
    [InlineData("gz", 0.6)]
    [InlineData("gz", 0.9999)]
    [InlineData("gz", 0.001)]
    public void Import_LeavesNothing_WhenFileIsCutShort(string packing, double share) =>
        LeavesNothing(bytes => bytes[..(int)(bytes.Length * share)], packing);

    [Theory]
    [InlineData("zstd")]
    [InlineData("gz")]
    public void Import_LeavesNothing_WhenLastByteIsMissing(string packing) => LeavesNothing(bytes => bytes[..^1], packing);

    [Theory]
    [InlineData("zstd", 0.3)]
    [InlineData("zstd", 0.9)]
    [InlineData("gz", 0.3)]
    [InlineData("gz", 0.9)]
    public void Import_LeavesNothing_WhenAByteIsFlipped(string packing, double place) => LeavesNothing(bytes =>
    {
        bytes[(int)(bytes.Length * place)] ^= 0x10;
        return bytes;
    }, packing);

    [Fact]
    public void Import_LeavesNothing_WhenSecondFrameIsCut() =>
        LeavesNothing(bytes => [.. bytes, .. bytes[..(bytes.Length / 2)]], "zstd");

    [Fact]
    public void Import_LeavesNothing_WhenSomethingFollowsTheLastFrame() =>
        LeavesNothing(bytes => [.. bytes, .. "more"u8], "zstd");

    [Fact]
    public void Import_NeverKeepsAPart_WhicheverByteIsFlipped()
    {
        var whole = Bytes(Enumerable.Range(0, 4).Select(i => Comment($"c{i}", $"words {i}")));
        foreach (var packed in (byte[][])[Zstd(whole), Gzip(whole)])
        {
            for (var place = 0; place < packed.Length; place += 7)
            {
                using var study = new TestStudy();
                var damaged = packed.ToArray();
                damaged[place] ^= 0xFF;
                var report = study.Import(study.Write("a", damaged));
                // A flip in the magic number makes it plain text of bad lines, one in gzip's header changes nothing.
                Assert.True(report.Posts is 0 or 4, $"{report.Posts} posts with byte {place} of {packed.Length} flipped");
            }
        }
    }

    [Fact]
    public void Import_Succeeds_WhenTheWholeFileFollowsTheBrokenOne()
    {
        using var study = new TestStudy();
        var whole = Zstd(Bytes(Enumerable.Range(0, Lines).Select(i => Comment($"c{i}", $"words {i * 7919}"))));
        study.Import(study.Write("a.zst", whole[..(whole.Length / 2)]));
        var report = study.Import(study.Write("a.zst", whole));
        Assert.Equal(Lines, report.Posts);
    }

    [Fact]
    public void Import_NamesTheFormat_WhenItCannotBeRead()
    {
        using var study = new TestStudy();
        var file = study.Import(study.Write("a.bz2", "BZh91AY"u8.ToArray())).Files[0];
        Assert.Contains("bzip2", file.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_TakesNoPosts_WhenFileIsEmpty()
    {
        using var study = new TestStudy();
        var files = study.Import(study.Write("RC_2020-01.ndjson", Array.Empty<byte>()), study.Write("b.zst", Zstd([]))).Files;
        Assert.All(files, file => Assert.Equal((0, null), (file.Read, file.Error)));
        Assert.Empty(study.Rows("select 1 from collection_window"));
    }

    private static void LeavesNothing(Func<byte[], byte[]> damage, string packing)
    {
        using var study = new TestStudy();
        study.Import(study.Write("first.gz", Comment("c0", "kept")));
        var before = StoreContents.All(study.File("store.db"));
        var lines = Bytes(Enumerable.Range(0, Lines).Select(i => Comment($"c{i}", $"words {i * 7919}")));
        var broken = damage(packing == "gz" ? Gzip(lines) : Zstd(lines));

        var report = study.Import(study.Write("broken", broken));
        var file = report.Files[0];
        Assert.Equal((0, 0, 1), (file.Read, file.Stored, report.Posts));
        Assert.Matches("compressed offset [0-9]+ ", file.Error);
        Assert.Equal(before, StoreContents.All(study.File("store.db")));
        Assert.False(File.Exists(study.File("store.db.staging")));

        // Submissions are read first: the broken file stands in their midst, and the others still arrive.
        var others = study.Import(study.File("broken"), study.Write("z.gz", Comment("c1", "x")), study.Write("a.gz", Submission("s1", "t", "")));
        Assert.Equal((3, 2), (others.Posts, others.Files.Count(other => other.Error is null)));
    }
}
