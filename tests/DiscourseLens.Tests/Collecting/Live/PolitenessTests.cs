using System.Globalization;
using System.Net;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class PolitenessTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private readonly FakePages _site;
    private Func<HttpContext, Task> _give = FakePages.Fine;
    private PolitenessOptions _options = new() { UserAgent = LiveStudy.UserAgent };

    public PolitenessTests() => _site = new FakePages(_time, http => _give(http)) { AnswerTime = TimeSpan.Zero };

    public async ValueTask InitializeAsync() => await _site.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("Sun, 01 Mar 2026 00:00:09 GMT", 9)]
    [InlineData("Sat, 28 Feb 2026 00:00:00 GMT", 1)]
    [InlineData(null, 60)]
    [InlineData("soon", 60)]
    public async Task TooMany_IsWaitedOut(string? header, double seconds)
    {
        _give = Once(http =>
        {
            if (header is not null)
                http.Response.Headers.RetryAfter = header;
            http.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        Assert.True(await AskAsync());
        Assert.Equal(TimeSpan.FromSeconds(seconds), _site.Seen[1].At - _site.Seen[0].At);
    }

    [Theory]
    [InlineData(601, 601)]
    [InlineData(86_400, 86_400)]
    [InlineData(864_000, 172_800)]
    public async Task TooMany_EndsTheRun_WhenTheWaitIsLong(long asked, long held)
    {
        _site.Faults.RetryAfter = TimeSpan.FromSeconds(asked);
        _site.Faults.Next.Enqueue(Fault.TooManyForSeconds);
        var limited = await Assert.ThrowsAsync<RateLimitedException>(AskAsync);
        Assert.Equal(s_start.AddSeconds(held), limited.Until);
        await Assert.ThrowsAsync<RateLimitedException>(AskAsync);
        Assert.Single(_site.Seen);
        _time.LeapTo(limited.Until);
        Assert.True(await AskAsync());
    }

    [Fact]
    public async Task TooMany_EndsTheRun_WhenItNeverStops()
    {
        _give = http =>
        {
            http.Response.StatusCode = 429;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<RateLimitedException>(AskAsync);
        Assert.InRange(_site.Seen.Count, 2, 6);
    }

    [Theory]
    [InlineData(Fault.ServerError, "answers 502")]
    [InlineData(Fault.Page, "a page (HTML) instead of data")]
    [InlineData(Fault.Empty, "an empty answer")]
    [InlineData(Fault.Truncated, "cannot be reached")]
    [InlineData(Fault.SlowDrip, "no whole answer within")]
    [InlineData(Fault.OkWithError, "of another shape")]
    internal async Task Trouble_IsTriedAgainWithGrowingPauses_AndNamed(Fault fault, string name)
    {
        _options = _options with { Timeout = TimeSpan.FromMilliseconds(fault == Fault.SlowDrip ? 250 : 20_000) };
        for (var time = 0; time < _options.Tries - 1; time++)
            _site.Faults.Next.Enqueue(fault);
        Assert.True(await AskAsync());
        var pauses = _site.Seen.Zip(_site.Seen.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).ToList();
        Assert.Equal(_options.Tries - 1, pauses.Count);
        Assert.All(pauses.Select((pause, at) => pause / Math.Pow(2, at + 1)), share => Assert.InRange(share, 0.5, 1.5));
        for (var time = 0; time < _options.Tries; time++)
            _site.Faults.Next.Enqueue(fault);
        var trouble = await Assert.ThrowsAsync<SourceTroubleException>(AskAsync);
        Assert.Contains(name, trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.Forbidden, "403")]
    [InlineData(Fault.LoginRedirect, "login")]
    internal async Task Refusal_IsNotTriedAgain(Fault fault, string name)
    {
        _site.Faults.Next.Enqueue(fault);
        var refused = await Assert.ThrowsAsync<SourceRefusedException>(AskAsync);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Single(_site.Seen);
    }

    [Fact]
    public async Task Requests_AreOneAtATime_WhoeverAsks()
    {
        _site.AnswerTime = TimeSpan.FromMilliseconds(10);
        using var http = LiveStudy.Http(_site.Address, _options, _time);
        var client = new SourceClient(http, _options, _time);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.ReadJsonAsync("x", Ok, null, TestContext.Current.CancellationToken)));
        Assert.Equal((1, 20), (_site.MostAtOnce, _site.Seen.Count));
        Assert.All(_site.Seen.Zip(_site.Seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= _options.Spacing));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(10)]
    public async Task Budget_IsSpreadOverItsWindow_AndNeverExceeded(int budget)
    {
        (_site.Budget, _options) = (budget, _options with { Spacing = TimeSpan.Zero });
        for (var request = 0; request < budget * 3; request++)
            await AskAsync();
        var minutes = _site.Seen.GroupBy(request => request.At.ToUnixTimeSeconds() / 60).Select(minute => minute.Count()).ToList();
        Assert.All(minutes, count => Assert.InRange(count, 1, budget));
        Assert.InRange(minutes.Count, 3, 5);
        var first = _site.Seen.Take(budget).ToList();
        Assert.True(first[^1].At - first[0].At > TimeSpan.FromSeconds(45), "the budget was spent in a burst");
    }

    [Fact]
    public async Task Unchanged_IsAskedForConditionally()
    {
        _give = http =>
        {
            http.Response.Headers.ETag = "\"v1\"";
            http.Response.Headers.LastModified = "Sat, 28 Feb 2026 10:00:00 GMT";
            if (http.Request.Headers.IfNoneMatch == "\"v1\"" && http.Request.Headers.IfModifiedSince == "Sat, 28 Feb 2026 10:00:00 GMT")
                http.Response.StatusCode = 304;
            return http.Response.StatusCode == 304 ? Task.CompletedTask : FakePages.Fine(http);
        };
        using var http = LiveStudy.Http(_site.Address, _options, _time);
        var client = new SourceClient(http, _options, _time);
        var first = await client.ReadTextAsync("x", null, null, TestContext.Current.CancellationToken);
        Assert.Null(await client.ReadTextAsync("x", first!.Validator, null, TestContext.Current.CancellationToken));
        Assert.NotNull(await client.ReadTextAsync("x", new Validator("\"v0\"", null), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task UserAgent_IsSentAsTheUserSaysIt()
    {
        await AskAsync();
        Assert.Equal(LiveStudy.UserAgent, Assert.Single(_site.Seen).UserAgent);
    }

    [Theory]
    [InlineData("598.0", "104", 598.0, 104)]
    [InlineData("0", "300", 0.0, 300)]
    [InlineData("-1", "300", 0.0, 300)]
    [InlineData("5", "1772323260", 5.0, 60)]
    [InlineData("5", "9999999999999", 5.0, 172_800)]
    public void Budget_IsReadFromHeaders(string remaining, string reset, double left, int seconds)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        answer.Headers.TryAddWithoutValidation("x-ratelimit-remaining", remaining);
        answer.Headers.TryAddWithoutValidation("x-ratelimit-reset", reset);
        Assert.Equal(new RateBudget(left, TimeSpan.FromSeconds(seconds)), RateBudget.Read(answer.Headers, s_start));
    }

    [Theory]
    [InlineData("many", "104")]
    [InlineData("NaN", "104")]
    [InlineData("5", "")]
    public void Budget_IsUnknown_WhenTheHeadersAreNoNumbers(string remaining, string reset)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        answer.Headers.TryAddWithoutValidation("x-ratelimit-remaining", remaining);
        answer.Headers.TryAddWithoutValidation("x-ratelimit-reset", reset);
        Assert.Null(RateBudget.Read(answer.Headers, s_start));
    }

    private static Func<HttpContext, Task> Once(Func<HttpContext, Task> first)
    {
        var asked = 0;
        return http => Interlocked.Increment(ref asked) == 1 ? first(http) : FakePages.Fine(http);
    }

    private static bool Ok(System.Text.Json.JsonElement answer) => answer.GetProperty("ok").GetBoolean();

    private HttpClient? _http;

    private Task<bool> AskAsync()
    {
        _http ??= LiveStudy.Http(_site.Address, _options, _time);
        return new SourceClient(_http, _options, _time).ReadJsonAsync(
            string.Create(CultureInfo.InvariantCulture, $"x?n={_site.Seen.Count}"), Ok, null, TestContext.Current.CancellationToken);
    }
}
