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
            var points = Measured(months, months / 2, rho, () => 0.25 * Math.Pow(4, random.NextDouble()), gaps: 10, random);
            var (fit, fitted) = InterruptedSeries.Fit(points, months / 2);
            return Found(fit, fitted, round);
        }).ToList();
        RaisedFew(rounds, $"{months} unequal months, rho {rho}");
    }

    // Beyond what the test was made for, where its answer carries a note.
    [Theory]
    [InlineData(40, 20, 0.5, 1.5, 1)]
    [InlineData(60, 30, 0.5, 1.5, 1)]
    [InlineData(40, 20, 0.5, 3, 1)]
    [InlineData(40, 20, 0.5, 0.75, 4)]
    [InlineData(40, 36, 0.5, 0.25, 1)]
    [InlineData(60, 56, 0.5, 0.25, 1)]
    [InlineData(60, 56, 0.5, 0.25, 4)]
    [InlineData(60, 56, 0.5, 1.5, 1)]
    public void Test_StaysUnderOneInTen_WhenMeasurementDominatesOrFewMonthsFollow(int months, int at, double rho, double deviation, double spread)
    {
        var random = new Random(400 + months);
        var rounds = Enumerable.Range(0, s_rounds).Select(round =>
        {
            var (fit, fitted) = InterruptedSeries.Fit(Measured(months, at, rho, () => deviation * Math.Pow(spread, random.NextDouble()), gaps: 0, random), at);
            return Found(fit, fitted, round);
        }).ToList();
        RaisedFew(rounds, $"{months} months, event at {at}, rho {rho}, measurement {deviation} to {deviation * spread} of the drift's deviation", 0.09);
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

    [Theory]
    [InlineData(40, 20, 0.0)]
    [InlineData(40, 20, 0.5)]
    [InlineData(60, 56, 0.0)]
    [InlineData(60, 56, 0.5)]
    public void Placebos_RankTheEventFirst_AboutAsOftenAsChanceDoes_AlsoNearTheEnd(int months, int at, double rho)
    {
        var (fit, random) = (Fit(months, at), new Random(300 + months));
        var (steps, dates) = (Steps(months), 0);
        var (ranked, raw) = (0, 0);
        for (var round = 0; round < s_rounds; round++)
        {
            var series = Series(fit, rho, 0, random);
            var ratios = PlaceboDates.Ratios(fit, fit.Of(series).Rho, series);
            dates = ratios.Others.Count;
            ranked += PlaceboDates.Rank(ratios) <= Level ? 1 : 0;
            var sizes = steps.ToDictionary(step => step.At, step => Math.Abs(step.Row.Zip(series, (weight, value) => weight * value).Sum()));
            raw += PlaceboDates.Rank((sizes[at], [.. sizes.Where(size => Math.Abs(size.Key - at) > 2).Select(size => size.Value)])) <= Level ? 1 : 0;
        }

        var reached = Math.Floor(Level * (dates + 1)) / (dates + 1); // ranks are whole
        var (part, rawPart) = (ranked / (double)s_rounds, raw / (double)s_rounds);
        output.WriteLine($"{s_rounds} replications, {months} months, event at {at}, rho {rho}: rank {part:0.000}, as ranks are whole {reached:0.000} were right; raw {rawPart:0.000}");
        Assert.InRange(part, 0.03, 0.07);
        Assert.True(months == 40 ? rawPart < part : rawPart > 0.075, $"{rawPart}"); // raw steps rank high near the ends, and low between
    }

    private static List<(int At, double[] Row)> Steps(int months) => [.. Enumerable.Range(3, months - 5)
        .Select(at => (at, Fit(months, at).Design.Solver.Row(EventDesign.Step).ToArray()))];

    private static AutocorrelatedFit Fit(int months, int? at = null) =>
        new(new(Enumerable.Range(0, months).ToList(), Enumerable.Repeat(1.0, months).ToList(), at ?? months / 2));

    private static double[] Series(AutocorrelatedFit fit, double rho, double step, Random random)
    {
        var series = new double[fit.Design.Times.Count];
        NullSeries.Fill(series, fit.Design.Times, rho, random);
        for (var at = series.Length / 2; at < series.Length; at++)
            series[at] += step;
        return series;
    }

    // Without the event's bucket and one in so many others; none for 0.
    private static List<SeriesPoint> Measured(int months, int at, double rho, Func<double> deviations, int gaps, Random random)
    {
        var level = new double[months];
        NullSeries.Fill(level, Enumerable.Range(0, months).ToList(), rho, random);
        var noise = new double[months];
        NullSeries.Fill(noise, Enumerable.Range(0, months).ToList(), 0, random);
        return Enumerable.Range(0, months).Where(time => time != at - 1 && (gaps == 0 || random.Next(gaps) > 0))
            .Select(time =>
            {
                var deviation = deviations();
                return new SeriesPoint(time, 0.01 * time + level[time] + deviation * noise[time], deviation * deviation);
            }).ToList();
    }

    private void RaisedFew(List<(bool Step, bool Slope)> rounds, string setting, double most = 0.07)
    {
        var (step, slope) = (rounds.Count(each => each.Step) / (double)rounds.Count, rounds.Count(each => each.Slope) / (double)rounds.Count);
        output.WriteLine($"{rounds.Count} replications, {setting}: step {step:0.000}, slope {slope:0.000}");
        Assert.InRange(step, 0, most);
        Assert.InRange(slope, 0, most);
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
