using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>
/// Brings the daily sums, the estimates and the coverage up to date with items, scores, counts and windows.
/// Only the process that holds the <see cref="WriterLock"/> may run it.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="options">Limits that the SQL views are to use; the defaults when null.</param>
/// <param name="fence">Guards every transaction; null when run by hand.</param>
public sealed class Rollup(LensDatabase database, SeriesOptions? options = null, Fence? fence = null)
{
    // Days or buckets a transaction: fewer cost a sync each, more hold the write lock and grow the WAL.
    private const int Batch = 32;

    private readonly SeriesOptions _options = options ?? new();

    /// <summary>Makes again what is marked as out of date; a run that was killed is taken up where it stopped.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two transactions; the next run goes on.</exception>
    public RollupReport Run(CancellationToken cancellationToken) => Run(null, cancellationToken);

    /// <inheritdoc cref="Run(CancellationToken)"/>
    /// <param name="progress">Told after every transaction.</param>
    /// <param name="cancellationToken">Looked at between transactions.</param>
    public RollupReport Run(IProgress<RollupProgress>? progress, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var scorers = CurrentScorers.Read(connection);
        if (scorers.Key != connection.ExecuteScalar<string>("select scorers from series_setting where id = 1"))
            MarkAll(connection, scorers);
        var days = RunDays(connection, new DayRollup(connection, scorers), progress, cancellationToken);
        var buckets = RunBuckets(connection, new BucketRollup(connection, scorers), progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using var transaction = connection.BeginTransaction();
        CoverageSpans.Refresh(connection);
        SeriesFrame.Refresh(connection, scorers, _options);
        fence?.Invoke(connection);
        transaction.Commit();
        return new(days, buckets);
    }

    /// <summary>
    /// Throws every row of the current scorers away and makes it again from items, scores, counts and windows. It goes
    /// day by day, so readers meanwhile see the old or the new row of a day and never none.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two transactions; the next run goes on.</exception>
    public RollupReport Rebuild(CancellationToken cancellationToken)
    {
        using (var connection = database.Connect())
            MarkAll(connection, CurrentScorers.Read(connection));
        return Run(cancellationToken);
    }

    private long RunDays(
        SqliteConnection connection, DayRollup rollup, IProgress<RollupProgress>? progress, CancellationToken token)
    {
        const string Sql = "select source_id as SourceId, day_ms as StartMs from dirty_day order by source_id, day_ms limit @Batch";
        var total = connection.ExecuteScalar<long>("select count(*) from dirty_day");
        for (long done = 0; ; progress?.Report(new(done, total, "days")))
        {
            token.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            var batch = connection.Query<Dirty>(Sql, new { Batch }).ToList();
            foreach (var day in batch)
                rollup.Write(day.SourceId, day.StartMs);
            fence?.Invoke(connection);
            transaction.Commit();
            done += batch.Count;
            if (batch.Count < Batch)
                return done;
        }
    }

    private long RunBuckets(
        SqliteConnection connection, BucketRollup rollup, IProgress<RollupProgress>? progress, CancellationToken token)
    {
        const string Sql = """
            select source_id as SourceId, grain as Grain, start_ms as StartMs
            from dirty_bucket
            order by source_id, grain, start_ms
            limit @Batch
            """;
        var total = connection.ExecuteScalar<long>("select count(*) from dirty_bucket");
        for (long done = 0; ; progress?.Report(new(done, total, "buckets")))
        {
            token.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            var batch = connection.Query<Dirty>(Sql, new { Batch }).ToList();
            foreach (var bucket in batch)
                rollup.Write(bucket.SourceId, Enum.Parse<Grain>(bucket.Grain, ignoreCase: true), bucket.StartMs);
            fence?.Invoke(connection);
            transaction.Commit();
            done += batch.Count;
            if (batch.Count < Batch)
                return done;
        }
    }

    private void MarkAll(SqliteConnection connection, CurrentScorers scorers)
    {
        const string Sql = """
            insert or ignore into dirty_day (source_id, day_ms)
            select source_id, created_ms - ((created_ms % 86400000) + 86400000) % 86400000 from item
            union
            select fil.source_id, cnt.day_ms from archive_count cnt join archive_file fil on fil.id = cnt.file_id
            union
            select source_id, day_ms from read_day
            union
            select source_id, day_ms from series_day;
            insert or ignore into dirty_bucket (source_id, grain, start_ms)
            select distinct source_id, grain, start_ms from series_bucket;
            update series_setting set scorers = @Key where id = 1
            """;
        using var transaction = connection.BeginTransaction();
        connection.Execute(Sql, new { scorers.Key });
        fence?.Invoke(connection);
        transaction.Commit();
    }

    private sealed class Dirty
    {
        public long SourceId { get; init; }
        public string Grain { get; init; } = "";
        public long StartMs { get; init; }
    }
}
