using DiscourseLens.SampleMaker;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class SampleArchivesTests
{
    [Fact]
    public void Write_MakesTheShippedFiles_ByteForByte()
    {
        using var folder = new TempFolder();

        SampleArchives.Write(folder.Path);

        var made = Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(16, made.Count);
        Assert.Equal(made, Shipped().Where(name => name!.StartsWith("sample_", StringComparison.Ordinal)));
        Assert.All(made, name => Assert.Equal(
            File.ReadAllBytes(RepositoryFolder.PathOf($"samples/{name}")), File.ReadAllBytes(folder.File(name!))));
    }

    [Fact]
    public void Shipped_IsSmall_AndSaysWhatItIs()
    {
        Assert.InRange(Shipped().Sum(name => new FileInfo(RepositoryFolder.PathOf($"samples/{name}")).Length), 100_000, 1_500_000);
        var readme = File.ReadAllText(RepositoryFolder.PathOf("samples/README.md"));
        Assert.All(["invented", "CC0", $"{SampleArchives.Seed}"], word => Assert.Contains(word, readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Shipped() =>
        Directory.GetFiles(RepositoryFolder.PathOf("samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
