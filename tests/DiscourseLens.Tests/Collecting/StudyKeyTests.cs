using DiscourseLens.Collecting;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting;

public sealed class StudyKeyTests
{
    [Fact]
    public void Load_MakesAKeyForItsOwnerOnly_WhenThereIsNone()
    {
        using var folder = new TempFolder();
        var file = folder.File("new/study.key");
        var made = StudyKey.Load(null, file);
        Assert.Matches("^[0-9a-f]{64}$", File.ReadAllText(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(made.Fingerprint, StudyKey.Load("", file).Fingerprint);
        Assert.Single(Directory.GetFiles(folder.File("new")));
    }

    [Fact]
    public void Load_TakesTheConfiguredKey_AndMakesNoFile()
    {
        using var folder = new TempFolder();
        var key = StudyKey.Load(TestStudy.Secret, folder.File("study.key"));
        Assert.Equal("DISCOURSELENS__STUDYKEY", key.Origin);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Load_Throws_WhenKeyIsShort()
    {
        var message = Assert.Throws<LensException>(() => StudyKey.Load("tooshort", "unused")).Message;
        Assert.Contains("at least 32", message, StringComparison.Ordinal);
        Assert.DoesNotContain("tooshort", message, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyOf_DependsOnSourceNameAndSecret_NotOnCase()
    {
        var key = StudyKey.Load(TestStudy.Secret, "unused");
        var other = StudyKey.Load(TestStudy.Secret + "x", "unused");
        Assert.Equal(key.KeyOf("reddit", "Ann"), key.KeyOf("reddit", "ANN"));
        Assert.NotEqual(key.KeyOf("reddit", "Ann"), key.KeyOf("lemmy", "Ann"));
        Assert.NotEqual(key.KeyOf("reddit", "Ann"), other.KeyOf("reddit", "Ann"));
        Assert.Equal(32, key.KeyOf("reddit", "Ann").Length);
    }

    [Fact]
    public void Import_Refuses_WhenStoreBelongsToAnotherKey()
    {
        using var study = new TestStudy();
        study.ImportLines(ArchiveBuilder.Comment("c1", "x"));
        var other = StudyKey.Load(TestStudy.Secret + "x", "unused");
        var before = StoreContents.All(study.File("store.db"));
        var collector = new Collector(study.Database, study.Scope, other);
        var refusal = Assert.Throws<LensException>(() =>
            collector.Import([study.File("lines.ndjson")], null, null, TestContext.Current.CancellationToken));
        Assert.Contains(other.Fingerprint, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, StoreContents.All(study.File("store.db")));
    }
}
