using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DiscourseLens.Tests.Support;
using SkiaSharp;

namespace DiscourseLens.Tests.Trends.Exports;

public sealed class TrendPackageTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public TrendPackageTests()
    {
        var c = _store.Community("c\"\n- hostile: yes");
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 12, c, 0.5, "FAVOR").Posts("2023-02-05", 3, c).RollUp();
        _store.Execute("insert into study (name, value) values ('name', 'A study'), ('notice', 'Invented posts: no finding.')");
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Zip_HoldsDataMetadataReadmeAndCitation_InTheSameBytesEachTime()
    {
        var answer = _store.Answer("measure=favor", "compare=community");

        var bytes = await PrintedSeries.BytesAsync(answer, "zip");

        Assert.Equal(bytes, await PrintedSeries.BytesAsync(_store.Answer("compare=community", "measure=favor"), "zip"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["data.csv", "metadata.json", "README.txt", "CITATION.cff"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(await PrintedSeries.BytesAsync(answer, "csv"), Read(zip, "data.csv"));
        Assert.Equal(await PrintedSeries.BytesAsync(answer, "metadata.json"), Read(zip, "metadata.json"));
        var readme = Encoding.UTF8.GetString(Read(zip, "README.txt"));
        Assert.StartsWith("Invented posts: no finding.\n\nuncorrected: not for publication\n\nShare of the scored relevant posts that a model labels", readme, StringComparison.Ordinal);
        Assert.Contains("The model's favor share was 100 % in 2023-01 only", readme, StringComparison.Ordinal);
        var citation = Encoding.UTF8.GetString(Read(zip, "CITATION.cff"));
        Assert.Contains("title: \"DiscourseLens series: measure=favor\\u0026source=reddit\\u0026compare=community\"", citation, StringComparison.Ordinal);
        Assert.DoesNotContain("hostile", citation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_TellsEveryColumnStateAndLimit()
    {
        var answer = _store.Answer("measure=sentiment", "details=true");

        var metadata = JsonDocument.Parse(await PrintedSeries.BytesAsync(answer, "metadata.json")).RootElement;

        Assert.Equal(("A study", "Invented posts: no finding.", "2030-01-01T00:00:00Z"), (Text("study"), Text("notice"), Text("as_of")));
        Assert.Equal("measure=sentiment&source=reddit&details=true", metadata.GetProperty("query").GetProperty("url").GetString());
        var header = Encoding.UTF8.GetString(await PrintedSeries.BytesAsync(answer, "csv")).Split('\n')[0];
        Assert.Equal(header.Split(','), metadata.GetProperty("columns").EnumerateObject().Select(column => column.Name));
        Assert.Equal(
            metadata.GetProperty("columns").EnumerateObject().Count(),
            metadata.GetProperty("columns").EnumerateObject().Select(column => column.Value.GetString()).Distinct().Count());
        Assert.Equal(["missing", "partial", "provisional", "zero", "observed"], metadata.GetProperty("states").EnumerateObject().Select(state => state.Name));
        Assert.Equal("""{"min_posts":10,"min_authors":5}""", metadata.GetProperty("suppression").GetRawText());

        string? Text(string name) => metadata.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Png_ShowsTheSeries_AtTwiceTheSizeOfTheFigure()
    {
        using var picture = SKBitmap.Decode(await PrintedSeries.BytesAsync(_store.Answer("measure=sentiment"), "png"));

        Assert.Equal(1920, picture.Width);
        Assert.InRange(picture.Height, 800, 1400);
        Assert.Contains(SKColor.Parse("#14608f"), picture.Pixels);
        Assert.True(picture.Pixels.Count(pixel => pixel == SKColors.White) > picture.Pixels.Length / 2);
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }
}
