using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Serve_AnswersHealth_WithoutPathsOrSecrets()
    {
        using var serve = await ServeRun.Of(_home);
        Assert.Equal("""{"status":"healthy","checks":{}}""", await Get(serve, "/health/live"));
        var text = await Eventually(() => Get(serve, "/health/ready"), text => text.Contains("\"status\":\"healthy\",\"checks\"", StringComparison.Ordinal));
        using var ready = JsonDocument.Parse(text);
        Assert.Equal(
            ["backlog", "disk", "store", "worker"],
            ready.RootElement.GetProperty("checks").EnumerateObject().Select(check => check.Name));
        Assert.DoesNotContain(_home.Path, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestStudy.Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_ShowsTheDashboard_ToThisMachineOnly()
    {
        using var serve = await ServeRun.Of(_home);
        using var local = await Send(serve, HttpMethod.Get);
        Assert.Equal(HttpStatusCode.OK, local.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(local.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        foreach (var header in new[] { "X-Forwarded-For", "Forwarded" })
        {
            using var proxied = await Send(serve, HttpMethod.Get, (header, "for=203.0.113.7"));
            Assert.Equal(HttpStatusCode.Unauthorized, proxied.StatusCode);
        }

        using var otherName = await Send(serve, HttpMethod.Get, ("Host", "rebound.example"));
        Assert.Equal(HttpStatusCode.BadRequest, otherName.StatusCode);
        using var otherSite = await Send(serve, HttpMethod.Post, ("Origin", "https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, otherSite.StatusCode);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("score")]
    [InlineData("rollup")]
    public async Task SecondWriter_IsToldAndStops_WhileServeRuns(string command)
    {
        using var serve = await ServeRun.Of(_home);
        var second = await ProgramRun.Of(_home, command, "--database", _home.File("store.db"));
        Assert.Equal((1, ""), (second.ExitCode, second.Output));
        Assert.Contains("Another process is writing", second.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Serve_StopsCleanlyWithinSeconds_OnASignal(string signal)
    {
        using var serve = await ServeRun.Of(_home);
        var clock = Stopwatch.StartNew();
        var (exit, errors) = await serve.Stop(signal);
        Assert.True(exit == 0, errors);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Empty(Directory.GetFiles(_home.Path, "store.db-*")); // the log of the store was folded in
        Assert.Equal(0, (await ProgramRun.Of(_home, "rollup", "--database", _home.File("store.db"))).ExitCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://localhost:1")]
    [InlineData("http://localhost:5080/path")]
    [InlineData(";")]
    public async Task Serve_RefusesAnAddress_ThatIsNone(string urls)
    {
        var run = await ProgramRun.Of(_home, "serve", "--urls", urls, "--database", _home.File("store.db"));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("http://localhost:5080", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_home.File("store.db")));
    }

    [Fact]
    public async Task Serve_SaysSo_WhenItsAddressIsTaken()
    {
        using var serve = await ServeRun.Of(_home);
        var run = await ProgramRun.Of(
            _home, "--urls", serve.Http.BaseAddress!.ToString(), "--database", _home.File("other.db"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--urls", run.Errors, StringComparison.Ordinal);
    }

    private static Task<string> Get(ServeRun serve, string path) =>
        serve.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> Send(ServeRun serve, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/hangfire", UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await serve.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Eventually(Func<Task<string>> read, Func<string, bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            try
            {
                if (await read() is var text && holds(text))
                    return text;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromSeconds(20))
            {
                // not ready yet
            }
        }
    }
}
