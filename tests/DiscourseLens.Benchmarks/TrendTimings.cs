using System.Diagnostics;
using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Trends;

namespace DiscourseLens.Benchmarks;

/// <summary>
/// <c>time-trends PATH [SECONDS]</c>: how long questions take, uncached by us, while a writer makes days again in the same store, and how much
/// of a processor they need without it; and the same figures by a plain <c>group by</c> over the posts, in SQLite and in DuckDB.
/// </summary>
internal static class TrendTimings
{
    private const int Seed = 7;
    private const int DefaultSeconds = 10;

    private static readonly (string Name, double BoundMs, string Query)[] s_questions =
    [
        ("one community, month, no interval", 15, "measure=net&source=source{0}&community=c{0}-{1:00}"),
        ("class, month, no interval", 15, "measure=net&source=source{0}&class=therapy"),
        ("all of a source, month, no interval", 15, "measure=net&source=source{0}"),
        ("all of a source, quarter, no interval", 15, "measure=net&source=source{0}&by=quarter"),
        ("one community, month, clustered", 100, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&target=mdma"),
        ("class, month, clustered", 100, "measure=sentiment&source=source{0}&class=therapy"),
        ("all of a source, month, clustered", 100, "measure=sentiment&source=source{0}"),
        ("all of a source, quarter, clustered", 100, "measure=sentiment&source=source{0}&by=quarter"),
        ("all sources, month", 750, "measure=sentiment&source=all"),
        ("union of three communities, month", 750, "measure=sentiment&source=source{0}&community=c{0}-01,c{0}-{1:00},c{0}-40"),
        ("one community, day", 750, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&by=day"),
        ("one community, month, author weighting", 750, "measure=sentiment&source=source{0}&community=c{0}-{1:00}&weight=author"),
    ];

    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2 || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Name a store that make-rollups made, and seconds a question if you like.");
            return 2;
        }

        var seconds = arguments.Length == 2 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : DefaultSeconds;
        var store = LensDatabase.OpenExisting(arguments[0]);
        var length = TimeSpan.FromSeconds(seconds);
        var processor = Array.ConvertAll(s_questions, question => ProcessorMs(store, question.Query, length));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() => Write(store, stop.Token));
        Console.WriteLine("| question | calls | median ms | p95 ms | bound ms | processor ms a call |\n|---|---|---|---|---|---|");
        foreach (var ((name, bound, query), used) in s_questions.Zip(processor))
        {
            var times = Time(store, query, length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {times.Count} | {times[times.Count / 2]:0.0} | {times[(int)Math.Ceiling(0.95 * times.Count) - 1]:0.0} | {bound:0} | {used:0.0} |"));
        }

        stop.Cancel();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The writer made {writer.GetAwaiter().GetResult()} days again meanwhile."));
        RawTimings.Print(arguments[0] + ".posts");
        return 0;
    }

    private static double ProcessorMs(LensDatabase store, string query, TimeSpan length)
    {
        Time(store, query, TimeSpan.Zero); // compiled and in the cache
        var before = Environment.CpuUsage.TotalTime;
        var calls = Time(store, query, length).Count;
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / calls;
    }

    private static List<double> Time(LensDatabase store, string query, TimeSpan length)
    {
        var (chance, reader, times) = (new Random(Seed), new TrendReader(store), new List<double>());
        for (var all = Stopwatch.StartNew(); all.Elapsed < length || times.Count < 3;)
        {
            var asked = TrendQuery.FromUrl(string.Format(CultureInfo.InvariantCulture, query, chance.Next(1, 6), chance.Next(1, 41)));
            var clock = Stopwatch.StartNew();
            reader.Answer(asked);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    // As a roll-up does: a day's rows go and come again, in a transaction of their own.
    private static int Write(LensDatabase store, CancellationToken cancellationToken)
    {
        using var connection = store.Connect();
        var (chance, done) = (new Random(Seed), 0);
        for (; !cancellationToken.IsCancellationRequested; done++)
        {
            var day = new { source = chance.Next(1, 6), day = Series.UtcDay.ToMs(RollupMaker.First.AddDays(chance.Next(0, RollupMaker.Until.DayNumber - RollupMaker.First.DayNumber))) };
            using var transaction = connection.BeginTransaction();
            connection.Execute("""
                create temp table if not exists again as select * from series_author_day limit 0;
                delete from temp.again;
                insert into temp.again select * from series_author_day where source_id = @source and day_ms = @day;
                delete from series_author_day where source_id = @source and day_ms = @day;
                insert into series_author_day select * from temp.again
                """, day);
            transaction.Commit();
        }

        return done;
    }
}
