using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series.Facets;
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
        if (scorers.Key != connection.ExecuteScalar<string>("select scorers from series_setting where id = 1")
            || KeptFacets.IsOther(connection, _options.Facets))
        {
            MarkAll(connection, scorers);
        }

        MarkClasses(connection);
        var day = new DayRollup(connection, scorers);
        var bucket = new BucketRollup(connection, scorers);
        var (facets, months) = (new FacetRollup(connection, scorers, _options.Facets), new FacetMonthRollup(connection, scorers));
        var marks = new DirtyMarks(connection, progress, fence, cancellationToken);
        var days = marks.DrainDays(mark =>
        {
            facets.Write(mark.SourceId, mark.StartMs);
            day.Write(mark.SourceId, mark.StartMs);
        });
        var buckets = marks.DrainBuckets(mark =>
        {
            var grain = GrainCalendar.Parse(mark.Grain);
            if (grain == Grain.Month)
                months.Write(mark.SourceId, mark.StartMs);
            bucket.Write(mark.SourceId, grain, mark.StartMs);
        });
        cancellationToken.ThrowIfCancellationRequested();
        using var transaction = connection.BeginTransaction();
        CoverageSpans.Refresh(connection);
        SeriesFrame.Refresh(connection, scorers, _options);
        KeptFacets.End(connection, _options.Facets);
        connection.Execute("update series_setting set moments = 1 where id = 1 and moments = 0");
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

    private void MarkClasses(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        ClassChanges.Mark(connection);
        fence?.Invoke(connection);
        transaction.Commit();
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
            select distinct source_id, grain, start_ms from series_bucket
            union
            select distinct source_id, grain, start_ms from series_moment;
            delete from shared_author;
            update series_setting set scorers = @Key where id = 1
            """;
        using var transaction = connection.BeginTransaction();
        connection.Execute(Sql, new { scorers.Key });
        KeptFacets.Begin(connection, _options.Facets);
        fence?.Invoke(connection);
        transaction.Commit();
    }
}
