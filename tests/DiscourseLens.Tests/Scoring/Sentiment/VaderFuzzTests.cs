using System.Globalization;
using System.Text;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>
/// Generated texts, 20,000 of them, or as many as <c>DISCOURSELENS_FUZZ_TEXTS</c> says: 200,000 is the full run.
/// </summary>
public sealed class VaderFuzzTests
{
    private const int Seed = 20_240_101;

    private static readonly int s_texts = int.Parse(
        Environment.GetEnvironmentVariable("DISCOURSELENS_FUZZ_TEXTS") ?? "20000", CultureInfo.InvariantCulture);

    [Fact]
    public void Score_AgreesOnAllPaths_AndStaysInRange_WhenTextsAreFuzzed()
    {
        var (vector, portable) = (new VaderScorer(vectors: true), new VaderScorer(vectors: false));
        var texts = new FuzzTexts(Seed);
        for (var i = 0; i < s_texts; i++)
        {
            var text = texts.Next();
            var utf8 = Encoding.UTF8.GetBytes(text);
            var score = vector.Score(text.AsSpan());
            Assert.Equal((i, score), (i, portable.Score(text.AsSpan())));
            Assert.Equal((i, score), (i, vector.Score(utf8)));
            Assert.Equal((i, score), (i, portable.Score(utf8)));
            AssertInRange(score);
        }
    }

    [Fact]
    public void Score_AllocatesNothingPerText_WhenTextsAreFuzzed()
    {
        // Working memory grows to the longest text once; after that, and after one text with a long rule for "but", it is still.
        var scorer = new VaderScorer();
        foreach (var each in All())
            scorer.Score(each);
        var text = "";
        Action score = () => scorer.Score(text);
        long allocated = 0;
        foreach (var next in All())
        {
            text = next;
            allocated += Allocation.Of(score);
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Read_NeverThrows_WhenTextsAreFuzzed()
    {
        var reader = new SentimentReader(new SentimentModel(new SentimentOptions()));
        foreach (var text in All())
        {
            var reading = reader.Read(text);
            Assert.InRange(reading.SentenceMean ?? 0, -1, 1);
            Assert.InRange((reading.PositiveShare ?? 0) + (reading.NegativeShare ?? 0), 0, 1.0001);
        }
    }

    private static IEnumerable<string> All()
    {
        var texts = new FuzzTexts(Seed);
        for (var i = 0; i < s_texts; i++)
            yield return texts.Next();
    }

    private static void AssertInRange(SentimentScore score)
    {
        Assert.InRange(score.Compound, -1, 1);
        Assert.InRange(Math.Min(score.Negative, Math.Min(score.Neutral, score.Positive)), 0, 1);
        if (score != default)
            Assert.InRange(score.Negative + score.Neutral + score.Positive, 0.9985 - 1e-9, 1.0015 + 1e-9);
    }
}
