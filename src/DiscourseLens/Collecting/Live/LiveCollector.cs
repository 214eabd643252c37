using DiscourseLens.Collecting.Archives;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// Collects from a configured source what fell due since the last run: each place's window from its high-water mark to now,
/// page by page, each page stored with the cursor after it. It can be stopped anywhere and goes on where it stopped.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="scope">Which posts are stored.</param>
/// <param name="key">The study key.</param>
/// <param name="time">The clock.</param>
/// <param name="fence">Guards every transaction; null when nothing can take the work over.</param>
public sealed class LiveCollector(LensDatabase database, ImportScope scope, StudyKey key, TimeProvider time, Fence? fence = null)
{
    /// <summary>How long a place that cannot be read is left alone.</summary>
    public static readonly TimeSpan PlaceRest = TimeSpan.FromHours(24);

    /// <summary>A run of several slices collects up to where its first one began; after this long it begins anew.</summary>
    private static readonly TimeSpan s_longestRun = TimeSpan.FromHours(1);

    /// <summary>Collects what is due.</summary>
    /// <param name="source">What to collect from.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellationToken">Stops between pages; the next run goes on there.</param>
    /// <exception cref="SourceRefusedException">The source refuses us; the store notes that it is stopped.</exception>
    /// <exception cref="SourceTroubleException">Trouble that may pass; what came before it is stored.</exception>
    /// <exception cref="LensException">The store belongs to another study key.</exception>
    public async Task<LiveReport> CollectAsync(
        ConfiguredSource source, CollectOptions options, IProgress<LiveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var connection = database.Connect();
        key.Claim(connection);
        var run = Open(connection, source, options, progress);
        try
        {
            await run.AllAsync(cancellationToken).ConfigureAwait(false);
            return run.Report;
        }
        catch (RateLimitedException exception)
        {
            return run.Report with { More = true, NotBefore = exception.Until, Why = exception.Message };
        }
        catch (SourceRefusedException exception)
        {
            LiveLedger.Stop(connection, source.Name, exception.Message);
            throw;
        }
    }

    private LiveRun Open(SqliteConnection connection, ConfiguredSource source, CollectOptions options, IProgress<LiveProgress>? progress)
    {
        using var transaction = connection.BeginTransaction();
        var sourceId = SourceRow.Open(connection, source.Source.Origin);
        var ledger = new LiveLedger(connection, source, sourceId);
        var row = ledger.OpenSource(scope.Fingerprint);
        var communities = new FileCommunities(scope);
        CommunityRows.Insert(connection, sourceId, source.Source.Places
            .Where(place => place.Community is not null).Select(place => communities.Find(place.Community!)).DistinctBy(c => c.Key)); // just looked
        var first = (time.GetUtcNow() - source.Depth).ToUnixTimeMilliseconds() / 1000 * 1000;
        foreach (var place in source.Source.Places)
        {
            var opened = ledger.OpenPlace(row.Id, place, first);
            if (options.Since is { } since)
                ledger.Rewind(opened.Id, since.ToUnixTimeMilliseconds() / 1000 * 1000);
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var goesOn = now - row.RunMs < s_longestRun.TotalMilliseconds;
        var runMs = goesOn ? row.RunMs!.Value : now; // it goes on only if it began
        ledger.Run(row.Id, runMs);
        fence?.Invoke(connection);
        transaction.Commit();
        var target = new LiveTarget(sourceId, row.Id, row.FileId, source.Source.Origin, scope, key, fence);
        var run = new LiveRun(connection, source, target, ledger, time, runMs, time.GetUtcNow() + options.Slice, progress);
        if (!goesOn)
            run.DeclareDue();
        return run;
    }
}
