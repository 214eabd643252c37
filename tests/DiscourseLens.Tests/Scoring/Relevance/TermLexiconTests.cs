using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class TermLexiconTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("terms").FullName;

    public TermLexiconTests()
    {
        foreach (var file in Directory.EnumerateFiles(TermLexicon.ShippedDirectory, "*.tsv"))
            File.Copy(file, Path.Combine(_directory, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("mdma\talways", "2 columns instead of 6")]
    [InlineData("mdma\tsometimes\t-\t-\t-\tnote", "guard 'sometimes' is unknown")]
    [InlineData("mdma\t1\t-\t-\t-\tnote", "guard '1' is unknown")]
    [InlineData("mdma\tguarded\tclub\t-\t-\tnote", "class 'club' is unknown")]
    [InlineData("MDMA\talways\t-\t-\t-\tnote", "term 'MDMA' cannot match")]
    [InlineData("md*ma\talways\t-\t-\t-\tnote", "term 'md*ma' cannot match")]
    [InlineData("*\talways\t-\t-\t-\tnote", "term '*' cannot match")]
    [InlineData("a  b\talways\t-\t-\t-\tnote", "term 'a  b' cannot match")]
    public void Load_NamesFileAndLine_WhenLineIsMalformed(string line, string fault)
    {
        File.WriteAllText(Path.Combine(_directory, "mdma.tsv"), $"# head\n\n{line}\n");
        var error = Assert.Throws<LensException>(() => TermLexicon.Load(_directory));
        Assert.Contains("'mdma.tsv', line 3", error.Message, StringComparison.Ordinal);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NamesTheLine_WhenTermStandsTwice()
    {
        File.AppendAllText(Path.Combine(_directory, "lsd.tsv"), "lsd\talways\t-\t-\t-\tagain\n");
        Assert.Contains("'lsd' stands here twice", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NamesThePath_WhenFileIsMissing()
    {
        File.Delete(Path.Combine(_directory, "general.tsv"));
        Assert.Contains("general.tsv", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Refuses_WhenFileHoldsNoTerm()
    {
        File.WriteAllText(Path.Combine(_directory, "general.tsv"), "# nothing\n");
        Assert.Contains("holds no term", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_ChangesWithAnyFile_ButNotWithLineEnds()
    {
        var before = TermLexicon.Load(_directory).Hash;
        var path = Path.Combine(_directory, "therapy.tsv");
        File.WriteAllText(path, File.ReadAllText(path).ReplaceLineEndings("\r\n"));
        Assert.Equal(before, TermLexicon.Load(_directory).Hash);
        File.AppendAllText(path, "newword\talways\t-\t-\t-\tnote\n");
        Assert.NotEqual(before, TermLexicon.Load(_directory).Hash);
        Assert.Equal(64, before.Length);
    }

    private string Fault() => Assert.Throws<LensException>(() => TermLexicon.Load(_directory)).Message;
}
