using System.Text;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A request as a fake site saw it.</summary>
internal sealed record SeenRequest(DateTimeOffset At, string Path, string Query, string UserAgent, string? IfNoneMatch);

/// <summary>A server on the loopback that answers as one source does, and misbehaves on demand.</summary>
internal abstract class FakeSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<SeenRequest> _seen = [];
    private int _underWay;

    protected FakeSite(LeapingTime time, Faults faults)
    {
        (Time, Faults) = (time, faults);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public LeapingTime Time { get; }

    public Faults Faults { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_seen)
                return [.. _seen];
        }
    }

    /// <summary>Most requests that were ever under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How long an answer takes.</summary>
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Requests a minute that the site says it allows; null where it says nothing.</summary>
    public int? Budget { get; set; }

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Whether the site counts a request apart from the others, as one for a token is.</summary>
    public virtual bool IsApart(SeenRequest request) => false;

    /// <summary>The answer when nothing goes wrong.</summary>
    protected abstract Task GiveAsync(HttpContext http);

    /// <summary>A 200 that says no in the source's own way; null where it has none.</summary>
    protected virtual string? OkError(HttpContext http) => "{\"error\":\"something went wrong\"}";

    protected static Task JsonAsync(HttpContext http, string json, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var now = Interlocked.Increment(ref _underWay);
        lock (_seen)
        {
            MostAtOnce = Math.Max(MostAtOnce, now);
            _seen.Add(new(Time.GetUtcNow(), http.Request.Path, http.Request.QueryString.Value ?? "",
                http.Request.Headers.UserAgent.ToString(), http.Request.Headers.IfNoneMatch.FirstOrDefault()));
        }

        Time.Leap(AnswerTime);
        try
        {
            TellBudget(http);
            await MisbehaveAsync(http, Faults.Draw());
        }
        finally
        {
            Leave(http);
        }
    }

    /// <summary>The request is over; to be called before the other side can know it.</summary>
    private void Leave(HttpContext http)
    {
        if (http.Items.TryAdd(this, null))
            Interlocked.Decrement(ref _underWay);
    }

    private void TellBudget(HttpContext http)
    {
        if (Budget is not { } budget)
            return;
        var minute = Time.GetUtcNow();
        var reset = 60 - minute.Second;
        var used = Seen.Count(request => !IsApart(request) && request.At >= minute.AddSeconds(-minute.Second - minute.Millisecond / 1000.0));
        http.Response.Headers["X-Ratelimit-Used"] = $"{used}";
        http.Response.Headers["X-Ratelimit-Remaining"] = FormattableString.Invariant($"{Math.Max(0, budget - used):0.0}");
        http.Response.Headers["X-Ratelimit-Reset"] = $"{reset}";
    }

    private async Task MisbehaveAsync(HttpContext http, Fault fault)
    {
        var response = http.Response;
        switch (fault)
        {
            case Fault.TooManyForSeconds:
                response.Headers.RetryAfter = FormattableString.Invariant($"{Faults.RetryAfter.TotalSeconds:0}");
                await TextAsync(http, 429, "text/html", "<html><body>whoa there</body></html>");
                break;
            case Fault.TooManyUntilDate:
                response.Headers.RetryAfter = (Time.GetUtcNow() + Faults.RetryAfter).ToString("R");
                await TextAsync(http, 429, "text/plain", "slow down");
                break;
            case Fault.TooManyUnnamed:
                await JsonAsync(http, "{\"message\":\"Too Many Requests\",\"error\":429}", 429);
                break;
            case Fault.ServerError:
                response.StatusCode = 502;
                break;
            case Fault.Page:
                await TextAsync(http, 200, "text/html", "<!doctype html><html><body>We will be back soon</body></html>");
                break;
            case Fault.Empty:
                response.StatusCode = 200;
                break;
            case Fault.OkWithError when OkError(http) is { } error:
                await JsonAsync(http, error);
                break;
            case Fault.LoginRedirect:
                response.Redirect("/login?dest=/");
                break;
            case Fault.Forbidden:
                await JsonAsync(http, "{\"message\":\"Forbidden\",\"error\":403}", 403);
                break;
            case Fault.Truncated:
                await HalfAsync(http, drip: false);
                break;
            case Fault.SlowDrip:
                await HalfAsync(http, drip: true);
                break;
            default:
                await GiveAsync(http);
                break;
        }
    }

    /// <summary>Promises a whole answer and gives half of it, then hangs up, or lets the other side wait until it does.</summary>
    private async Task HalfAsync(HttpContext http, bool drip)
    {
        var stream = http.Response.Body;
        using var whole = new MemoryStream();
        http.Response.Body = whole;
        await GiveAsync(http);
        http.Response.Body = stream;
        http.Response.ContentLength = Math.Max(2, whole.Length);
        await stream.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2), http.RequestAborted);
        await stream.FlushAsync(http.RequestAborted);
        if (drip)
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        Leave(http);
        http.Abort();
    }

    private static Task TextAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted).AsTask();
    }
}
