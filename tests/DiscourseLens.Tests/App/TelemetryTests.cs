using System.Collections.Concurrent;
using System.Text;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>Metrics that leave the program, and only where the settings say so.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Serve_SendsItsMetrics_ToTheCollectorOfTheSettings()
    {
        using var home = new TempFolder();
        var got = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/metrics", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            got.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(home.File("appsettings.Local.json"), $$"""{"Telemetry": {"Otlp": "{{collector.Urls.Single()}}/"} }""");
        using (var serve = await ServeRun.Of(home))
            Assert.Equal(0, (await serve.Stop("TERM")).ExitCode);
        var sent = string.Join('\n', got);
        Assert.Contains("discourselens.backlog", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(home.Path, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_IsRefused_WhenItIsNone()
    {
        using var home = new TempFolder();
        File.WriteAllText(home.File("appsettings.Local.json"), """{"Telemetry": {"Otlp": "collector:4318"} }""");
        var run = await ProgramRun.Of(home, "trend");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The setting Telemetry:Otlp is 'collector:4318'; give an address such as http://localhost:4318, or nothing.", run.Errors, StringComparison.Ordinal);
    }
}
