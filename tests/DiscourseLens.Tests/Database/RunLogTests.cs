using DiscourseLens.Database;
using DiscourseLens.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Database;

public sealed class RunLogTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000));
    private readonly TestStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Theory]
    [InlineData(true, "import|program 1|1700000000000|1700000005000|done")]
    [InlineData(false, "import|program 1|1700000000000|1700000005000|failed")]
    public void Dispose_EntersTheEnd_WithItsOutcome(bool completes, string expected)
    {
        using (var run = RunLog.Start(_study.Database, "import", "program 1", _time))
        {
            Assert.Equal(["import|null|null"], Rows("command, finished_ms, outcome"));
            _time.Advance(TimeSpan.FromSeconds(5));
            if (completes)
                run.Complete();
        }

        Assert.Equal([expected], Rows("command, program, started_ms, finished_ms, outcome"));
    }

    private IReadOnlyList<string> Rows(string columns) => _study.Rows($"select {columns} from run");
}
