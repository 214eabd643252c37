using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Works through the days and buckets that are marked as out of date, a bounded number a transaction.</summary>
/// <param name="connection">The writer's connection.</param>
/// <param name="progress">Told after every transaction.</param>
/// <param name="cancellationToken">A cancelled batch keeps what it has done, and the rest stays marked.</param>
internal sealed class DirtyMarks(
    SqliteConnection connection, IProgress<RollupProgress>? progress, CancellationToken cancellationToken)
{
    // Days or buckets a transaction: fewer cost a sync each, more hold the write lock and grow the WAL.
    private const int Batch = 32;

    /// <summary>Makes every marked day again; <paramref name="write"/> removes the mark.</summary>
    public long DrainDays(Action<DirtyMark> write) => Drain(
        "days",
        "select count(*) from dirty_day",
        """
        select source_id as SourceId, 'day' as Grain, day_ms as StartMs
        from dirty_day
        order by source_id, day_ms
        limit @Batch
        """,
        write);

    /// <summary>Makes every marked bucket again; <paramref name="write"/> removes the mark.</summary>
    public long DrainBuckets(Action<DirtyMark> write) => Drain(
        "buckets",
        "select count(*) from dirty_bucket",
        """
        select source_id as SourceId, grain as Grain, start_ms as StartMs
        from dirty_bucket
        order by source_id, grain, start_ms
        limit @Batch
        """,
        write);

    private long Drain(string unit, string count, string next, Action<DirtyMark> write)
    {
        var total = connection.ExecuteScalar<long>(count);
        for (long done = 0; ; progress?.Report(new(done, total, unit)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            var batch = connection.Query<DirtyMark>(next, new { Batch }).ToList();
            foreach (var mark in batch.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
                write(mark);
            transaction.Commit();
            done += batch.Count;
            if (batch.Count < Batch)
                return done;
        }
    }
}
