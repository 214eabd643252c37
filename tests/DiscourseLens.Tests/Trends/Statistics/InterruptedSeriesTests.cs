using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

public sealed class InterruptedSeriesTests
{
    private const int Event = 24;

    [Fact]
    public void Test_FindsStepAndSlope_WhenBothWerePlanted()
    {
        var result = InterruptedSeries.Test(Series(48, step: 0.5, slope: 0.05, noise: 0.05), Event);

        Assert.Equal(0.5, result.Level.Value, 0.1);
        Assert.Equal(0.05, result.Slope.Value, 0.01);
        Assert.True(result.Level.P < 0.01 && result.Slope.P < 0.01);
        Assert.InRange(0.5, result.Level.Low, result.Level.High);
        Assert.InRange(0.05, result.Slope.Low, result.Slope.High);
        Assert.InRange(result.DetectableStep, 0.01, 0.3);
        Assert.Equal(1.0 / (result.Placebos + 1), result.PlaceboP);
        Assert.True(result.Level.NeweyWestP < 0.01 && result.Level.NeweyWestError > 0);
    }

    [Fact]
    public void Test_IsNotMoved_WhenTheSeriesIsScaledAndTilted()
    {
        var series = Series(48, step: 0.1, slope: 0, noise: 0.1);
        var tilted = series.Select(point => point with { Value = 3 + 10 * point.Value + 0.7 * point.Time, Variance = 100 * point.Variance }).ToList();

        var (one, other) = (InterruptedSeries.Test(series, Event), InterruptedSeries.Test(tilted, Event));

        Assert.Equal(one.Level.P, other.Level.P, 1e-9);
        Assert.Equal(10 * one.Level.Value, other.Level.Value, 1e-9);
        Assert.Equal(one.Rho, other.Rho, 1e-9);
    }

    [Fact]
    public void Test_ListensLessToPointsOfLargeVariance()
    {
        var series = Series(48, step: 0, slope: 0, noise: 0.05);
        List<SeriesPoint> With(double variance) =>
            [.. series.Select(point => point.Time == 30 ? point with { Value = 5, Variance = variance } : point)];

        var (loud, quiet) = (InterruptedSeries.Test(With(0.0025), Event), InterruptedSeries.Test(With(100), Event));

        Assert.True(Math.Abs(quiet.Level.Value) < 0.1);
        Assert.True(Math.Abs(loud.Level.Value) > Math.Abs(quiet.Level.Value));
    }

    [Fact]
    public void Test_TakesGaps_WhenBucketsAreMissing()
    {
        var series = Series(60, step: 0.5, slope: 0, noise: 0.05).Where(point => point.Time % 7 != 3).ToList();

        var result = InterruptedSeries.Test(series, Event);

        Assert.Equal(series.Count, result.Points);
        Assert.Equal(0.5, result.Level.Value, 0.1);
    }

    [Fact]
    public void Test_KnowsWhereItIsWeak()
    {
        var (middle, late) = (InterruptedSeries.Test(Series(48, 0, 0, 0.05), Event), InterruptedSeries.Test(Series(28, 0, 0, 0.05), Event));
        var drifting = InterruptedSeries.Test([.. Series(48, 0, 0, 0.05).Select(point => point with { Variance = point.Variance / 100 })], Event);

        Assert.Equal((24, 4), (middle.FewestBeside, late.FewestBeside));
        Assert.Equal((true, false), (middle.IsMostlyMeasurement, drifting.IsMostlyMeasurement));
    }

    [Fact]
    public void Of_RecoversTheAutocorrelation_ThatTheFitHides()
    {
        var fit = new AutocorrelatedFit(new(Enumerable.Range(0, 60).ToList(), Enumerable.Repeat(1.0, 60).ToList(), 30));

        var found = NullSeries.Fits(fit, 0.5, 2000, new Random(1)).Select(fitted => fitted.Rho).Order().ToList();

        Assert.Equal(0.5, found[found.Count / 2], 0.04);
    }

    [Fact]
    public void Test_SaysWhatIsMissing_WhenItCannotTest()
    {
        Assert.Contains("11 points", Assert.Throws<ArgumentException>(() => InterruptedSeries.Test(Series(11, 0, 0, 1), 5)).Message, StringComparison.Ordinal);
        Assert.Contains("2 points before the event", Assert.Throws<ArgumentException>(() => InterruptedSeries.Test(Series(20, 0, 0, 1), 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => InterruptedSeries.Test([.. Series(20, 0, 0, 1).Select(point => point with { Variance = 0 })], 10));
        Assert.Throws<ArgumentException>(() => InterruptedSeries.Test([.. Series(20, 0, 0, 1).Reverse<SeriesPoint>()], 10));
    }

    [Fact]
    public void Test_GivesNoPlaceboRank_WhenFewDatesAreLeft() => Assert.Null(InterruptedSeries.Test(Series(20, 0, 0, 0.1), 10).PlaceboP);

    private static List<SeriesPoint> Series(int count, double step, double slope, double noise)
    {
        var error = new double[count];
        NullSeries.Fill(error, Enumerable.Range(0, count).ToList(), 0.3, new Random(42));
        return [.. error.Select((value, time) => new SeriesPoint(
            time, 0.2 + 0.01 * time + (time >= Event ? step + slope * (time - Event) : 0) + noise * value, noise * noise))];
    }
}
