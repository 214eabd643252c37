using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Revisiting;

/// <summary>Looks at posts again that are due: for deletions, removals and edits, and at fixed ages for score and replies.</summary>
/// <param name="database">The store.</param>
/// <param name="scope">The study's scope.</param>
/// <param name="key">The study key.</param>
/// <param name="time">The clock.</param>
/// <param name="fence">Guards every transaction; null when nothing can take the work over.</param>
public sealed class RevisitRun(LensDatabase database, ImportScope scope, StudyKey key, TimeProvider time, Fence? fence = null)
{
    /// <summary>Looks at what is due of a source.</summary>
    /// <param name="source">The source; one that cannot show given posts has nothing due.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every batch, in posts looked at.</param>
    /// <param name="cancellationToken">Stops between requests; what was answered is stored.</param>
    /// <exception cref="SourceRefusedException">The source refuses us; the store notes that it is stopped.</exception>
    /// <exception cref="SourceTroubleException">Trouble that may pass.</exception>
    public async Task<RevisitReport> RunAsync(
        ConfiguredSource source, RevisitOptions options, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var connection = database.Connect();
        key.Claim(connection);
        var target = Open(connection, source);
        if (source.Source is not IRevisits revisits)
            return new(RevisitCounts.None);
        var schedule = new RevisitSchedule(options.Ages);
        var ledger = new RevisitLedger(connection, target.SourceId, schedule);
        Enrol(connection, ledger);
        var batch = new RevisitBatch(connection, target, ledger, schedule);
        var (counts, started, limited) = (RevisitCounts.None, time.GetUtcNow(), (RateLimitedException?)null);
        var startMs = NowMs;
        while (limited is null && ledger.Next(revisits.LargestBatch, startMs) is { Count: > 0 } due)
        {
            (var shown, limited) = await AskAsync(connection, source, revisits, due, cancellationToken).ConfigureAwait(false);
            var asked = due.Where(post => shown.ContainsKey(post.NativeId)).ToList();
            if (asked.Count == 0)
                break;
            counts += batch.Write(asked, shown.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal), NowMs);
            progress?.Report(counts.Asked);
            cancellationToken.ThrowIfCancellationRequested();
            if (time.GetUtcNow() - started >= options.Slice)
                break;
        }

        var more = ledger.Next(1, startMs).Count > 0;
        return new(counts) { ResumeAt = limited?.Until ?? (more ? Rested(started, options) : null), Why = limited?.Message };
    }

    /// <summary>How far the posts of a source were looked at again.</summary>
    /// <param name="origin">Whose ids they carry.</param>
    public RevisitStatus StatusOf(string origin)
    {
        using var connection = database.ConnectReadOnly();
        return RevisitLedger.Status(connection, origin, NowMs);
    }

    private long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Requests to a host are spread evenly, so a share of the time is a share of the requests.</summary>
    private DateTimeOffset Rested(DateTimeOffset started, RevisitOptions options)
    {
        var now = time.GetUtcNow();
        return now + ((now - started) * ((1 - options.Share) / options.Share));
    }

    /// <summary>What was answered before the source wanted to be left alone counts; the rest stays due.</summary>
    private static async Task<(Dictionary<string, FetchedPost?> Shown, RateLimitedException? Limited)> AskAsync(
        SqliteConnection connection, ConfiguredSource source, IRevisits revisits, IReadOnlyList<DuePost> due, CancellationToken cancellationToken)
    {
        var shown = new Dictionary<string, FetchedPost?>(StringComparer.Ordinal);
        try
        {
            await foreach (var answer in revisits.RevisitAsync([.. due.Select(post => post.NativeId)], cancellationToken).ConfigureAwait(false))
                shown[answer.NativeId] = answer.Post;
            return (shown, null);
        }
        catch (RateLimitedException exception)
        {
            return (shown, exception);
        }
        catch (SourceRefusedException exception)
        {
            LiveLedger.Stop(connection, source.Name, exception.Message);
            throw;
        }
    }

    private LiveTarget Open(SqliteConnection connection, ConfiguredSource source)
    {
        using var transaction = connection.BeginTransaction();
        var sourceId = SourceRow.Open(connection, source.Source.Origin);
        var row = new LiveLedger(connection, source, sourceId).OpenSource(scope.Fingerprint);
        fence?.Invoke(connection);
        transaction.Commit();
        return new(sourceId, row.Id, row.FileId, source.Source.Origin, scope, key, fence);
    }

    private void Enrol(SqliteConnection connection, RevisitLedger ledger)
    {
        using var transaction = connection.BeginTransaction();
        ledger.Enrol(NowMs);
        fence?.Invoke(connection);
        transaction.Commit();
    }
}
