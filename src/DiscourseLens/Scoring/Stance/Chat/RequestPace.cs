namespace DiscourseLens.Scoring.Stance.Chat;

/// <summary>Lets so many requests start in a minute, evenly spread, and so many run at once.</summary>
internal sealed class RequestPace(int perMinute, int atOnce, TimeProvider time) : IDisposable
{
    private readonly TimeSpan _between = TimeSpan.FromMinutes(1) / perMinute;
    private readonly SemaphoreSlim _places = new(atOnce);
    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>Runs what is given when its turn has come.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Turn() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            return await request().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private TimeSpan Turn()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _between;
            return turn - now;
        }
    }
}
