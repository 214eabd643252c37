using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>How often the event test is wrong where nothing happened, and how often it finds what it says it can find.</summary>
public sealed class EventSimulationTests(ITestOutputHelper output)
{
    private const int Draws = 199;
    private const double Level = 0.05;

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
        var rounds = Enumerable.Range(0, Replications.Count).Select(round => Found(fit, Series(fit, rho, 0, random), round)).ToList();
        var (step, slope) = (rounds.Count(each => each.Step) / (double)rounds.Count, rounds.Count(each => each.Slope) / (double)rounds.Count);
        output.WriteLine($"{rounds.Count} replications, {months} months, rho {rho}: step {step:0.000}, slope {slope:0.000}");
        Assert.InRange(step, 0, 0.07);
        Assert.InRange(slope, 0, 0.07);
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
        var found = Replications.Part(round => Found(fit, Series(fit, rho, size, random), round).Step);
        output.WriteLine($"{Replications.Count} replications, {months} months, rho {rho}: step of {size:0.00} deviations found in {found:0.000}");
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

    private static (bool Step, bool Slope) Found(AutocorrelatedFit fit, double[] series, int round)
    {
        var fitted = fit.Of(series);
        var nulls = NullSeries.Fits(fit, fitted.Rho, Draws, new Random(round)).Select(each => each.Ratios).ToList();
        bool Clear(Func<(double Step, double Slope), double> of) =>
            (1 + nulls.Count(each => Math.Abs(of(each)) >= Math.Abs(of(fitted.Ratios)))) / (Draws + 1.0) <= Level;
        return (Clear(ratios => ratios.Step), Clear(ratios => ratios.Slope));
    }
}
