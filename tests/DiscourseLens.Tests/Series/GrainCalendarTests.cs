using DiscourseLens.Series;

namespace DiscourseLens.Tests.Series;

public sealed class GrainCalendarTests
{
    [Theory]
    [InlineData(Grain.Day, "2024-02-29", "2024-02-29", "2024-03-01", "2024-02-29")]
    [InlineData(Grain.Week, "2023-01-01", "2022-12-26", "2023-01-02", "2022-W52")]
    [InlineData(Grain.Week, "2021-01-03", "2020-12-28", "2021-01-04", "2020-W53")]
    [InlineData(Grain.Month, "2024-02-29", "2024-02-01", "2024-03-01", "2024-02")]
    [InlineData(Grain.Quarter, "2023-12-31", "2023-10-01", "2024-01-01", "2023-Q4")]
    [InlineData(Grain.Quarter, "2023-01-01", "2023-01-01", "2023-04-01", "2023-Q1")]
    [InlineData(Grain.Year, "2024-12-31", "2024-01-01", "2025-01-01", "2024")]
    public void StartOf_FindsTheUnit_OnItsEdges(Grain grain, string day, string start, string end, string label)
    {
        var found = grain.StartOf(DateOnly.Parse(day, null));

        Assert.Equal((start, end, label), (found.ToString("O"), grain.EndOf(found).ToString("O"), grain.Label(found)));
    }

    [Theory]
    [InlineData(-1, "1969-12-31", -86_400_000, 0)]
    [InlineData(0, "1970-01-01", 0, 0)]
    [InlineData(86_400_001, "1970-01-02", 86_400_000, 172_800_000)]
    public void FromMs_FindsTheDay_OnBothSidesOfTheEpoch(long ms, string day, long floor, long ceiling) =>
        Assert.Equal((day, floor, ceiling), (UtcDay.FromMs(ms).ToString("O"), UtcDay.Floor(ms), UtcDay.Ceiling(ms)));
}
