using DiscourseLens.Jobs;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace DiscourseLens.Tests.Jobs;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(1, "*/1 * * * * *")]
    [InlineData(30, "*/30 * * * * *")]
    [InlineData(59, "*/59 * * * * *")]
    [InlineData(60, "*/1 * * * *")]
    [InlineData(3599, "*/59 * * * *")]
    [InlineData(3600, "0 * * * *")]
    public void Every_WritesACronLine(int seconds, string cron) => Assert.Equal(cron, Schedule.Every(seconds));

    [Theory]
    [InlineData(1)]
    [InlineData(3600)]
    public void Enter_GivesEveryLineAJobThatHangfireCanRun(int scanSeconds)
    {
        using var storage = new InMemoryStorage();
        Schedule.Enter(new RecurringJobManager(storage), scanSeconds, new Dictionary<string, string> { ["one"] = "17 * * * *" });
        using var connection = storage.GetConnection();
        var lines = connection.GetRecurringJobs();
        Assert.Equal(["collect:one", "dispatch", "inbox", "retain", "revisit:one", "rollup", "score"], lines.Select(line => line.Id).Order());
        Assert.All(lines, line => Assert.Equal(
            (null, Schedule.Queue, true), (line.LoadException?.Message, line.Job?.Queue, line.NextExecution is not null)));
    }
}
