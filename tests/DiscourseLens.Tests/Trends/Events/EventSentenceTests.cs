using DiscourseLens.Series;
using DiscourseLens.Trends.Events;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Events;

public sealed class EventSentenceTests
{
    [Fact]
    public void Of_SaysNoMoreThanTheTest_HoweverItCameOut()
    {
        var random = new Random(7);
        var (clear, unclear) = (0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var (level, slope) = (Effect(random), Effect(random));
            var result = new InterruptedSeriesResult(level, slope, 0.2, 40, 0.1, 0, 0.01 + random.NextDouble(), 0.001 + 0.1 * random.NextDouble(), null, 5);
            var measure = (Measure)random.Next(3);

            var said = EventSentence.Of(new() { Measure = measure }, new(2024, 8, 9), result, near: random.Next(3));

            Assert.Equal(level is { P: <= 0.05, Low: > 0 }, said.Contains(" stepped up ", StringComparison.Ordinal));
            Assert.Equal(level is { P: <= 0.05, High: < 0 }, said.Contains(" stepped down ", StringComparison.Ordinal));
            Assert.Equal(!level.IsClear, said.StartsWith("No detectable step in ", StringComparison.Ordinal));
            Assert.Equal(slope is { P: <= 0.05, Low: > 0 }, said.Contains(" turned up ", StringComparison.Ordinal));
            Assert.Equal(slope is { P: <= 0.05, High: < 0 }, said.Contains(" turned down ", StringComparison.Ordinal));
            Assert.DoesNotContain("95 % 0.00 ", said, StringComparison.Ordinal);
            Assert.DoesNotContain("caused", said, StringComparison.Ordinal);
            (clear, unclear) = (clear + (level.IsClear ? 1 : 0), unclear + (level.IsClear ? 0 : 1));
        }

        Assert.True(clear > 500 && unclear > 500, $"{clear} {unclear}");
    }

    [Theory]
    [InlineData(Measure.Sentiment, 0.123, 0.05, 0.2, "Mean compound sentiment stepped up by 0.12 (95 % 0.050 to 0.20) at 2024-08-09")]
    [InlineData(Measure.Sentiment, -0.123, -0.2, -0.0012, "Mean compound sentiment stepped down by 0.12 (95 % 0.0012 to 0.20) at 2024-08-09")]
    [InlineData(Measure.Volume, 0.6931471805599453, 0.4054651081081644, 1.0986122886681098, "The number of relevant posts a day stepped up to 2.00 times (95 % 1.50 to 3.00) at 2024-08-09")]
    [InlineData(Measure.Share, -0.6931471805599453, -1.0986122886681098, -0.0004, "The share of relevant posts among all posts read stepped down to 0.50 times (95 % 0.33 to 0.99960) at 2024-08-09")]
    [InlineData(Measure.Sentiment, 0.01, -0.05, 0.07, "No detectable step in mean compound sentiment at 2024-08-09; steps under 0.13 could not have been seen")]
    [InlineData(Measure.Volume, 0.01, -0.05, 0.07, "No detectable step in the number of relevant posts a day at 2024-08-09; a step to less than 1.14 times, or to more than 0.88 times, its level could not have been seen")]
    public void Of_WritesDifferencesAndFactors(Measure measure, double value, double low, double high, string sentence)
    {
        var step = new EventEffect(value, low, high, low > 0 || high < 0 ? 0.01 : 0.4, 0.1, 0.2);
        var result = new InterruptedSeriesResult(step, new(0, -1, 1, 1, 1, 1), 0.2, 40, 0.1, 0, 0.123, 0.02, null, 5);

        Assert.StartsWith(sentence + "; no detectable change of its trend, ", EventSentence.Of(new() { Measure = measure }, new(2024, 8, 9), result, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WritesWhatOfATrendCouldNotHaveBeenSeen()
    {
        var nothing = new EventEffect(0, -1, 1, 1, 1, 1);
        string Said(Measure measure) => EventSentence.Of(
            new() { Measure = measure }, new(2024, 8, 9), new(nothing, nothing, 0.2, 40, 0.1, 0, 0.7302, 0.0243, null, 5), 0);

        Assert.EndsWith("; a step to less than 2.08 times, or to more than 0.48 times, its level could not have been seen; no detectable change of its trend, and one to less than 1.025 times, or to more than 0.975 times, a month could not have been seen.", Said(Measure.Volume), StringComparison.Ordinal);
        Assert.EndsWith("; no detectable change of its trend, and changes under 0.025 a month could not have been seen.", Said(Measure.Sentiment), StringComparison.Ordinal);
    }

    private static EventEffect Effect(Random random)
    {
        var (value, half) = (random.NextDouble() - 0.5, 0.5 * random.NextDouble());
        return new(value, value - half, value + half, random.NextDouble() < 0.5 ? 0.05 * random.NextDouble() : random.NextDouble(), 0.1, 0.1);
    }
}
