using System.Globalization;
using System.Text;
using System.Text.Json;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>Project-written texts for every rule; figures from an independent statement of the algorithm.</summary>
public sealed class VaderGoldenTests
{
    const string GoldenFile = "tests/DiscourseLens.Tests/Scoring/Sentiment/vader_golden.tsv";

    static readonly (string Rule, string Text, SentimentScore Expected)[] Cases = [.. Read()];

    [Fact]
    public void Cases_CoverEveryRule() =>
        Assert.Equal((335, 20), (Cases.Length, Cases.DistinctBy(c => c.Rule).Count()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_EqualsGoldenFigures_WhenGivenUtf8(bool vectors)
    {
        var scorer = new VaderScorer(vectors);
        Assert.All(Cases, c => AssertEqual(c, scorer.Score(Encoding.UTF8.GetBytes(c.Text))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_EqualsGoldenFigures_WhenGivenUtf16(bool vectors)
    {
        var scorer = new VaderScorer(vectors);
        Assert.All(Cases, c => AssertEqual(c, scorer.Score(c.Text.AsSpan())));
    }

    // Compares rule and text too, so that a failure shows them.
    static void AssertEqual((string Rule, string Text, SentimentScore Expected) golden, SentimentScore actual) =>
        Assert.Equal(golden, (golden.Rule, golden.Text, actual));

    static IEnumerable<(string, string, SentimentScore)> Read()
    {
        var lines = File.ReadLines(RepositoryFolder.PathOf(GoldenFile));
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            var cells = line.Split('\t');
            double Figure(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
            var text = JsonSerializer.Deserialize<string>(cells[1])!; // the file's own format
            yield return (cells[0], text, new SentimentScore(Figure(2), Figure(3), Figure(4), Figure(5)));
        }
    }
}
