using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>How often shifts are found where the level never shifted: seldom in noise that drifts, often in a steady trend.</summary>
public sealed class ChangePointSimulationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(40, 0.0)]
    [InlineData(40, 0.3)]
    [InlineData(40, 0.5)]
    [InlineData(40, 0.7)]
    [InlineData(60, 0.0)]
    [InlineData(60, 0.3)]
    [InlineData(60, 0.5)]
    [InlineData(60, 0.7)]
    public void Find_TakesDriftForAShift_InFewerThanOneInTen(int months, double rho) =>
        Assert.InRange(Part(months, rho, 0), 0, 0.1);

    // Not wanted, and told in a note of every answer: a level cannot be told from a slope.
    [Theory]
    [InlineData(60, 0.02)]
    [InlineData(60, 0.05)]
    public void Find_TakesASteadyTrendForShifts_AsTheNoteSays(int months, double trend) =>
        Assert.True(Part(months, 0, trend) > 0.25);

    private double Part(int months, double rho, double trend)
    {
        const int Rounds = 2000;
        var times = Enumerable.Range(0, months).ToList();
        var found = Enumerable.Range(0, Rounds).Count(round =>
        {
            var noise = new double[months];
            NullSeries.Fill(noise, times, rho, new Random(round));
            return ChangePoints.Find([.. noise.Select((value, time) => new SeriesPoint(time, value + trend * time, 1))]).Count > 0;
        });
        output.WriteLine($"{Rounds} replications, {months} months, rho {rho}, trend {trend}: shifts in {found / (double)Rounds:0.000}");
        return found / (double)Rounds;
    }
}
