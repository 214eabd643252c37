using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>How often the event test is wrong where nothing happened, and how often it finds what it says it can find.</summary>
public sealed class EventSimulationTests(ITestOutputHelper output)
{
    private const int Draws = 199;
    private const double Level = 0.05;

    // The binomial error of a rate of 0.06 is 0.005 then: 0.07 is two of them away, and no luck of the seed. With 300 it is 0.014.
    private static readonly int s_rounds = Math.Max(2000, Replications.Count);

    [Theory]
    [InlineData(40, 0.0)]
    [InlineData(40, 0.25)]
    [InlineData(40, 0.5)]
    [InlineData(60, 0.0)]
    [InlineData(60, 0.25)]
    [InlineData(60, 0.5)]
    public void Test_RaisesFewFalseAlarms_WhenNothingHappened(int months, double rho)
    {
        var (fit, random) = (Fit(months), new Random(100 + months));
        var rounds = Enumerable.Range(0, s_rounds).Select(round => Found(fit, Series(fit, rho, 0, random), round)).ToList();
        RaisedFew(rounds, $"{months} months, rho {rho}");
    }

    [Theory]
    [InlineData(40, 0.0)]
    [InlineData(40, 0.5)]
    [InlineData(60, 0.5)]
    public void Test_RaisesFewFalseAlarms_WhenPointsAreUnequalAndSomeAreMissing(int months, double rho)
    {
        // As the endpoint sees it: a drifting level, measured with errors that differ fourfold, without the bucket of the event
        // and one in ten others; what the errors do not explain is estimated from each series.
        var random = new Random(200 + months);
        var rounds = Enumerable.Range(0, s_rounds).Select(round =>
        {
            var points = Measured(months, rho, random);
            var (fit, fitted) = InterruptedSeries.Fit(points, months / 2);
            return Found(fit, fitted, round);
        }).ToList();
        RaisedFew(rounds, $"{months} unequal months, rho {rho}");
    }

    [Theory]
    [InlineData(40, 0.0)]
    [InlineData(40, 0.5)]
    [InlineData(60, 0.0)]
    [InlineData(60, 0.5)]
    public void Test_FindsFourInFiveSteps_OfTheSizeThatThePowerFormulaGives(int months, double rho)
    {
        var (fit, random) = (Fit(months), new Random(months + 1));
        var size = EventPower.Detectable(fit, rho, 1, draws: 2000, seed: 1).Step;
        var found = Enumerable.Range(0, s_rounds).Count(round => Found(fit, Series(fit, rho, size, random), round).Step) / (double)s_rounds;
        output.WriteLine($"{s_rounds} replications, {months} months, rho {rho}: step of {size:0.00} deviations found in {found:0.000}");
        Assert.InRange(found, 0.75, 0.85);
    }

    private static AutocorrelatedFit Fit(int months) =>
        new(new(Enumerable.Range(0, months).ToList(), Enumerable.Repeat(1.0, months).ToList(), months / 2));

    private static double[] Series(AutocorrelatedFit fit, double rho, double step, Random random)
    {
        var series = new double[fit.Design.Times.Count];
        NullSeries.Fill(series, fit.Design.Times, rho, random);
        for (var at = series.Length / 2; at < series.Length; at++)
            series[at] += step;
        return series;
    }

    private static List<SeriesPoint> Measured(int months, double rho, Random random)
    {
        var level = new double[months];
        NullSeries.Fill(level, Enumerable.Range(0, months).ToList(), rho, random);
        var noise = new double[months];
        NullSeries.Fill(noise, Enumerable.Range(0, months).ToList(), 0, random);
        return Enumerable.Range(0, months).Where(time => time != months / 2 - 1 && random.Next(10) > 0)
            .Select(time =>
            {
                var deviation = 0.25 * Math.Pow(4, random.NextDouble());
                return new SeriesPoint(time, 0.01 * time + level[time] + deviation * noise[time], deviation * deviation);
            }).ToList();
    }

    private void RaisedFew(List<(bool Step, bool Slope)> rounds, string setting)
    {
        var (step, slope) = (rounds.Count(each => each.Step) / (double)rounds.Count, rounds.Count(each => each.Slope) / (double)rounds.Count);
        output.WriteLine($"{rounds.Count} replications, {setting}: step {step:0.000}, slope {slope:0.000}");
        Assert.InRange(step, 0, 0.07);
        Assert.InRange(slope, 0, 0.07);
    }

    private static (bool Step, bool Slope) Found(AutocorrelatedFit fit, double[] series, int round) => Found(fit, fit.Of(series), round);

    private static (bool Step, bool Slope) Found(AutocorrelatedFit fit, FittedEvent fitted, int round)
    {
        var nulls = NullSeries.Fits(fit, fitted.Rho, Draws, new Random(round)).Select(each => each.Ratios).ToList();
        bool Clear(Func<(double Step, double Slope), double> of) =>
            (1 + nulls.Count(each => Math.Abs(of(each)) >= Math.Abs(of(fitted.Ratios)))) / (Draws + 1.0) <= Level;
        return (Clear(ratios => ratios.Step), Clear(ratios => ratios.Slope));
    }
}
