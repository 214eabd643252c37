using CsCheck;
using DiscourseLens.Collecting.Watching;

namespace DiscourseLens.Tests.Collecting.Watching;

public sealed class VolumeRuleTests
{
    [Theory]
    [InlineData(50, 0, VolumeDirection.Low)]
    [InlineData(50, 21, VolumeDirection.Low)]
    [InlineData(50, 22, VolumeDirection.Usual)]
    [InlineData(50, 78, VolumeDirection.Usual)]
    [InlineData(50, 79, VolumeDirection.High)]
    [InlineData(15, 0, VolumeDirection.Usual)]
    [InlineData(17, 0, VolumeDirection.Low)]
    [InlineData(0, 4, VolumeDirection.Usual)]
    [InlineData(0, 5, VolumeDirection.High)]
    public void Judge_ComparesWithTheUsualDay(long usual, long n, VolumeDirection expected) =>
        Assert.Equal(expected, VolumeRule.Judge([.. Enumerable.Repeat(usual, 14)], n)!.Value.Direction);

    [Fact]
    public void Judge_AllowsForWhatThePlaceItselfScatters()
    {
        long[] weeks = [.. Enumerable.Range(0, 28).Select(day => day % 7 >= 5 ? 20L : 100L + (day % 5 * 10))];
        Assert.Equal(VolumeDirection.Usual, VolumeRule.Judge(weeks, 40)!.Value.Direction);
        Assert.Equal(VolumeDirection.Low, VolumeRule.Judge([.. Enumerable.Repeat(120L, 28)], 40)!.Value.Direction);
    }

    [Fact]
    public void Judge_SaysNothing_WithoutAHistory() => Assert.Null(VolumeRule.Judge([.. Enumerable.Repeat(50L, 13)], 0));

    [Fact]
    public void Judge_DoesNotDependOnTheOrderOfTheHistory() => Gen.Long[0, 200].Array[14, 28].Select(Gen.Long[0, 300], Gen.Int[0, 1000]).Sample((history, n, seed) =>
    {
        var shuffled = history.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(VolumeRule.Judge(history, n), VolumeRule.Judge(shuffled, n));
    }, iter: 300, seed: "0000000000001");

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(200)]
    public void Judge_CallsFewQuietDaysUnusual(double mean)
    {
        var chance = new Random(7);
        var alarms = 0;
        for (var trial = 0; trial < 5000; trial++)
        {
            long[] days = [.. Enumerable.Range(0, 29).Select(_ => Poisson(chance, mean))];
            alarms += VolumeRule.Judge(days[..28], days[28])!.Value.Direction == VolumeDirection.Usual ? 0 : 1;
        }

        Assert.InRange(alarms, 0, 20); // 0.4 %, which chance would exceed hardly ever
    }

    private static long Poisson(Random chance, double mean)
    {
        var (n, sum) = (0L, -Math.Log(1 - chance.NextDouble()));
        for (; sum < mean; n++)
            sum -= Math.Log(1 - chance.NextDouble());
        return n;
    }
}
