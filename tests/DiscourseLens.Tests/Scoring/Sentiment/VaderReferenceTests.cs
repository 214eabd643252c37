using System.Text;
using System.Text.Json;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;
using ZstdSharp;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>17,000 real texts against the numbers that vaderSentiment 3.3.2 gave for them on CPython 3.11.</summary>
public sealed class VaderReferenceTests
{
    const string ReferenceFile = "sentiment/vader_reference.ndjson.zst";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_EqualsReferenceInAllFigures_WhenGivenUtf8(bool vectors)
    {
        var scorer = new VaderScorer(vectors);
        AssertNoDifference(text => scorer.Score(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_EqualsReferenceInAllFigures_WhenGivenUtf16(bool vectors)
    {
        var scorer = new VaderScorer(vectors);
        AssertNoDifference(text => scorer.Score(text.AsSpan()));
    }

    static void AssertNoDifference(Func<string, SentimentScore> score)
    {
        int texts = 0, differences = 0;
        foreach (var (text, expected) in Read(SharedData.Require(ReferenceFile)))
        {
            texts++;
            if (score(text) != expected)
                differences++;
        }
        Assert.Equal((17_000, 0), (texts, differences));
    }

    static IEnumerable<(string Text, SentimentScore Expected)> Read(string path)
    {
        using var lines = new StreamReader(new DecompressionStream(File.OpenRead(path), leaveOpen: false));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            double Figure(string name) => json.RootElement.GetProperty(name).GetDouble();
            yield return (json.RootElement.GetProperty("text").GetString()!, // the file's own format
                new SentimentScore(Figure("neg"), Figure("neu"), Figure("pos"), Figure("compound")));
        }
    }
}
