using DiscourseLens.Collecting.Revisiting;

namespace DiscourseLens.Tests.Collecting.Deleting;

public sealed class RevisitScheduleTests
{
    private const long Hour = 3_600_000, Day = 24 * Hour;
    private static readonly RevisitSchedule s_schedule = new([TimeSpan.FromDays(7), TimeSpan.FromHours(36)]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6.9, 1)]
    [InlineData(7, 7)]
    [InlineData(89.9, 7)]
    [InlineData(90, 30)]
    [InlineData(4000, 30)]
    public void Due_IsDailyThenWeeklyThenMonthly(double ageDays, int wait)
    {
        var now = 1000 * Day + (long)(ageDays * Day);
        Assert.Equal(now + wait * Day, RevisitSchedule.Due(1000 * Day, now));
    }

    [Theory]
    [InlineData(0, 36L)]
    [InlineData(35.9, 36L)]
    [InlineData(36, 168L)]
    [InlineData(168, null)]
    public void NextFixed_IsTheShortestAgeNotReached(double ageHours, long? expected) =>
        Assert.Equal(expected * Hour, s_schedule.NextFixed(0, (long)(ageHours * Hour)));

    [Theory]
    [InlineData(36, 36, 36L)]
    [InlineData(36, 45, 36L)] // a quarter late
    [InlineData(36, 45.1, null)]
    [InlineData(36, 35, null)] // not yet
    [InlineData(36, 170, 168L)] // so late that the next age is reached
    public void AgeOf_IsTheAgeReached_UnlessTheVisitIsTooLate(int due, double at, long? expected) =>
        Assert.Equal(expected * Hour, s_schedule.AgeOf(0, due * Hour, (long)(at * Hour)));

    [Fact]
    public void AgeOf_IsNone_WhenNoAgeWasDue() => Assert.Null(s_schedule.AgeOf(0, null, 36 * Hour));
}
