using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;

namespace DiscourseLens.Benchmarks;

/// <summary>
/// Does what a roll-up does after a score: a day's rows go and come again, it is packed, and every bucket that holds it is made again. The store
/// of <c>make-rollups</c> holds no posts, so the rows come from a copy.
/// </summary>
internal sealed class RollupWriter(LensDatabase store)
{
    private readonly Random _chance = new(11);

    /// <summary>Makes days at random until told to stop; returns how many.</summary>
    public int Run(CancellationToken cancellationToken)
    {
        using var connection = store.Connect();
        var scorers = CurrentScorers.Read(connection);
        var (packs, buckets, done) = (new DayPacks(connection, scorers), new BucketRollup(connection, scorers), 0);
        for (; !cancellationToken.IsCancellationRequested; done++)
        {
            var day = RollupMaker.First.AddDays(_chance.Next(0, RollupMaker.Until.DayNumber - RollupMaker.First.DayNumber));
            var (source, ms) = (_chance.Next(1, 6), UtcDay.ToMs(day));
            using (var transaction = connection.BeginTransaction())
            {
                connection.Execute("""
                    create temp table if not exists again as select * from series_author_day limit 0;
                    delete from temp.again;
                    insert into temp.again select * from series_author_day where source_id = @source and day_ms = @ms;
                    delete from series_author_day where source_id = @source and day_ms = @ms;
                    insert into series_author_day select * from temp.again
                    """, new { source, ms });
                packs.Write(source, ms);
                transaction.Commit();
            }

            using (var transaction = connection.BeginTransaction())
            {
                foreach (var grain in GrainCalendar.All)
                    buckets.Write(source, grain, UtcDay.ToMs(grain.StartOf(day)));
                transaction.Commit();
            }
        }

        return done;
    }
}
