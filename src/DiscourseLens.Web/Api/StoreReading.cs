using DiscourseLens.Database;
using DiscourseLens.Series;

namespace DiscourseLens.Web.Api;

/// <summary>Reads the store for requests: a few at a time, away from the thread that serves, since SQLite reads block.</summary>
internal sealed class StoreReading(LensDatabase database, SeriesOptions? options = null) : IDisposable
{
    private readonly SemaphoreSlim _free = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Waits for a turn, then reads. A token ends the wait; a read under way is short and ends by itself.</summary>
    public Task<T> ReadAsync<T>(Func<LensDatabase, SeriesOptions?, T> read, CancellationToken cancellationToken) =>
        ReadAsync((database, options) => Task.FromResult(read(database, options)), cancellationToken);

    /// <summary>As above, where what was read is also written within the turn: a figure costs more than its numbers.</summary>
    public async Task<T> ReadAsync<T>(Func<LensDatabase, SeriesOptions?, Task<T>> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => read(database, options), cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
