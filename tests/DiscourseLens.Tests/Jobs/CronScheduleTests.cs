using DiscourseLens.Jobs;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace DiscourseLens.Tests.Jobs;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("17 * * * *")]
    [InlineData("*/10 * * * * *")]
    [InlineData("0 3 * * MON")]
    public void TryParse_ReadsWhatHangfireRuns(string line)
    {
        Assert.NotNull(CronSchedule.TryParse(line));
        using var storage = new InMemoryStorage();
        Schedule.Enter(new RecurringJobManager(storage), 30, new Dictionary<string, string> { ["hn"] = line });
        using var connection = storage.GetConnection();
        var entered = Assert.Single(connection.GetRecurringJobs(), job => job.Id == "collect:hn");
        Assert.Equal((null, "hn"), (entered.LoadException?.Message, entered.Job.Args[0]));
        Assert.NotNull(entered.NextExecution);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hourly")]
    [InlineData("61 * * * *")]
    [InlineData("0 0 31 2 *")]
    [InlineData("* * * *")]
    public void TryParse_RefusesWhatNeverRuns(string line) => Assert.Null(CronSchedule.TryParse(line));

    [Theory]
    [InlineData("2026-03-01T10:17:00Z", "2026-03-01T11:16:59Z", false)]
    [InlineData("2026-03-01T10:17:00Z", "2026-03-01T11:17:00Z", true)]
    [InlineData("2026-02-01T10:17:00Z", "2026-03-01T11:17:00Z", true)]
    public void CameBetween_TellsAMissedHour(string after, string now, bool came) => Assert.Equal(
        came, CronSchedule.TryParse("17 * * * *")!.CameBetween(DateTimeOffset.Parse(after, null), DateTimeOffset.Parse(now, null)));
}
