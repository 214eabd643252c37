using DiscourseLens.Scoring.Learning;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Learning;

public sealed class ModelFileTests
{
    [Fact]
    public void Read_GivesBackWhatWasWritten()
    {
        var file = ModelFile.Read(Written(), "a.model", "stance");
        Assert.Equal(("stance", "abc", 7), (file.Head.Kind, file.Head.Lexicon, file.Head.Texts));
        Assert.Equal([-128, 0, 127], file.Array<sbyte>("bytes", 3));
        Assert.Equal([0.1f], file.Array<float>("floats", 1));
        Assert.Equal([Math.PI, -0.0], file.Array<double>("doubles", 2));
    }

    [Fact]
    public void Read_RefusesDamage_Anywhere()
    {
        var sound = Written();
        for (var i = 0; i < sound.Length; i++)
        {
            var damaged = (byte[])sound.Clone();
            damaged[i] ^= 1;
            Assert.Throws<LensException>(() => ModelFile.Read(damaged, "a.model", "stance"));
            Assert.Throws<LensException>(() => ModelFile.Read(sound.AsSpan(0, i), "a.model", "stance"));
        }
    }

    [Fact]
    public void Read_NamesWhatIsWanted_WhenTheKindDiffers() =>
        Assert.Equal("The model file 'a.model' is for stance; one for relevance is needed.",
            Assert.Throws<LensException>(() => ModelFile.Read(Written(), "a.model", "relevance")).Message);

    [Fact]
    public void Array_IsRefused_WhenItsLengthDiffers() =>
        Assert.Throws<LensException>(() => ModelFile.Read(Written(), "a.model", "stance").Array<sbyte>("bytes", 4));

    [Fact]
    public void Load_TellsWhat_WhenThereIsNoFile()
    {
        using var home = new TempFolder();
        Assert.Contains("cannot be read", Assert.Throws<LensException>(() => ModelFile.Load(home.File("none.model"), "stance")).Message, StringComparison.Ordinal);
    }

    private static byte[] Written() => new ModelFile
    {
        Head = new ModelHead
        {
            Kind = "stance",
            Labels = ["A", "B"],
            Lexicon = "abc",
            Texts = 7,
            TextsHash = "def",
            Settings = new Dictionary<string, double> { ["words"] = 0.3 },
        },
    }.With("floats", new[] { 0.1f }).With("bytes", new sbyte[] { -128, 0, 127 }).With("doubles", new[] { Math.PI, -0.0 }).ToBytes();
}
