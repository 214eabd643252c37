namespace DiscourseLens.Collecting.Politeness;

/// <summary>Time between two requests that a site itself asks for, beside what the settings say. For one request at a time.</summary>
internal sealed class Spacing(TimeProvider time)
{
    private DateTimeOffset _next;

    /// <summary>Least time between the end of one request and the next.</summary>
    public TimeSpan Apart { get; set; }

    /// <summary>Asks when the time has come.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        if (_next - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ask().ConfigureAwait(false);
        }
        finally
        {
            _next = time.GetUtcNow() + Apart;
        }
    }
}
