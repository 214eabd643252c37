using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>Enforces how long texts may be kept. Scores, sightings and series stay.</summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="fence">Guards every transaction; null when run by hand.</param>
public sealed class Retention(LensDatabase database, TimeProvider time, Fence? fence = null)
{
    private const int Batch = 10_000; // texts a transaction

    /// <summary>Purges texts of posts written more than so many days ago, as far as they were scored.</summary>
    /// <param name="textDays">Days, from 1.</param>
    /// <param name="cancellationToken">Looked at between transactions.</param>
    public PurgeCounts Run(int textDays, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(textDays, 1);
        // A text that was never scored would leave a post that no series can hold: it is scored first, the next night.
        const string Old = """
            select i.id from item i join item_text t on t.item_id = i.id
            where i.created_ms < @until and exists (
                select 1 from relevance_score r join scorer s on s.id = r.scorer_id where r.item_id = i.id and s.current = 1)
            limit @Batch
            """;
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var until = nowMs - textDays * 86_400_000L;
        using var connection = database.Connect();
        for (var all = PurgeCounts.None; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            var counts = new Purge(connection).Expire(Old, new { until, Batch });
            PurgeReceipts.Write(connection, PurgeReason.Retention, counts, nowMs);
            fence?.Invoke(connection);
            transaction.Commit();
            all += counts;
            if (counts.Texts < Batch)
            {
                if (!all.IsNone)
                    WriteAheadLog.Empty(connection);
                return all;
            }
        }
    }
}
