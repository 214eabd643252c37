using System.Diagnostics;
using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Benchmarks;

/// <summary>
/// <c>make-rollups PATH [POSTS]</c>: a store with the roll-ups of invented scored posts over six years, five sources and 200 communities; the
/// same number of posts gives the same rows. Posts themselves go into a second file, PATH.posts, as one plain table to compare with.
/// </summary>
internal static class RollupMaker
{
    private const int DefaultPosts = 10_000_000;
    private const int Sources = 5;
    private const int CommunitiesInSource = 40;

    /// <summary>First day of the six years.</summary>
    public static readonly DateOnly First = new(2019, 1, 1);

    /// <summary>Day after the last.</summary>
    public static readonly DateOnly Until = new(2025, 1, 1);

    private static readonly string[] s_classes = ["therapy", "substance", "mental-health", "general"];

    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2 || File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Name a file that does not exist yet, and a number of posts if you like.");
            return 2;
        }

        var posts = arguments.Length == 2 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : DefaultPosts;
        var clock = Stopwatch.StartNew();
        var store = LensDatabase.OpenOrCreate(arguments[0]);
        using (var connection = store.Connect())
        {
            connection.Execute("pragma synchronous = off; pragma cache_size = -262144; pragma temp_store = memory; pragma foreign_keys = off");
            connection.Execute("attach @path as posts", new { path = arguments[0] + ".posts" });
            AddFrame(connection);
            AddDays(connection, posts);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts:N0} posts summed by day and author in {clock.Elapsed.TotalSeconds:0} s."));
        clock.Restart();
        var report = new Rollup(store, new() { Facets = FacetKind.None }).Run(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Buckets:N0} buckets rolled up in {clock.Elapsed.TotalSeconds:0} s."));
        return 0;
    }

    private static void AddFrame(SqliteConnection connection)
    {
        connection.Execute("""
            create table posts.post (source integer, community integer, author integer, day integer, target text, compound real, label text) strict;
            insert into scorer (id, kind, name, version, hash, first_used_ms, current) values
                (1, 'relevance', 'gate', '1', '00000000', 0, 1), (2, 'sentiment', 'vader', '1', '00000000', 0, 1), (3, 'stance', 'linear', '1', '00000000', 0, 1);
            update series_setting set scorers = '1 2 3'
            """);
        for (var source = 1; source <= Sources; source++)
        {
            connection.Execute("insert into source (id, name) values (@source, 'source' || @source)", new { source });
            connection.Execute("""
                insert into collection_window (source_id, kind, community_id, from_ms, until_ms, state, fraction, captured_ms)
                values (@source, 'comment', null, @From, @Until, 'complete', 1, @Until + 864000000)
                """, new { source, From = UtcDay.ToMs(First), Until = UtcDay.ToMs(Until) });
            for (var at = 1; at <= CommunitiesInSource; at++)
            {
                connection.Execute("insert into community (id, source_id, name, name_key, class) values (@id, @source, @name, @name, @class)", new
                {
                    id = (source - 1) * CommunitiesInSource + at,
                    source,
                    name = string.Create(CultureInfo.InvariantCulture, $"c{source}-{at:00}"),
                    @class = s_classes[at % s_classes.Length],
                });
            }
        }
    }

    // A month a transaction; sources in turn, so that rows come in the order of the key within each source.
    private static void AddDays(SqliteConnection connection, int posts)
    {
        var days = Until.DayNumber - First.DayNumber;
        var perDay = posts / (double)(days * Sources);
        var packs = new DayPacks(connection, CurrentScorers.Read(connection));
        foreach (var month in Enumerable.Range(0, days).Chunk(30))
        {
            using var transaction = connection.BeginTransaction();
            for (var source = 1; source <= Sources; source++)
            {
                foreach (var day in month)
                {
                    var number = (long)day * Sources + source;
                    var count = (long)(perDay * (number + 1)) - (long)(perDay * number);
                    connection.Execute(DaySql, new { source, day, dayMs = UtcDay.ToMs(First.AddDays(day)), count, number, communities = CommunitiesInSource });
                    packs.Write(source, UtcDay.ToMs(First.AddDays(day)));
                    DayRollup.MarkBuckets(connection, source, UtcDay.ToMs(First.AddDays(day)));
                }
            }

            transaction.Commit();
        }

        connection.Execute(Marks);
    }

    // Chance is a multiplicative hash of a post's number. A few communities and authors write most: cubes and fourth powers.
    private const string DaySql = """
        create temp table if not exists drawn (community integer, author integer, target text, compound real, label text);
        delete from temp.drawn;
        insert into temp.drawn
        with recursive post(at) as (select 0 where @count > 0 union all select at + 1 from post where at + 1 < @count),
        chance as (
            select (((@number * 100003 + at) * 2654435761) % 4294967296) / 4294967296.0 as a,
                (((@number * 100003 + at) * 2246822519 + 374761393) % 4294967296) / 4294967296.0 as b,
                (((@number * 100003 + at) * 3266489917 + 668265263) % 4294967296) / 4294967296.0 as c
            from post
        )
        select (@source - 1) * @communities + 1 + cast(@communities * a * a * a as integer),
            @source * 1000000 + 1 + cast(400000 * b * b * b * b as integer),
            case cast(6 * c as integer) when 0 then 'mdma' when 1 then 'psilocybin' when 2 then 'ketamine' when 3 then 'lsd' when 4 then 'other' else 'general' end,
            round(2 * b - 1, 4),
            case when c < 0.4 then 'FAVOR' when c < 0.6 then 'AGAINST' else 'NEUTRAL' end
        from chance;

        insert into posts.post select @source, community, author, @dayMs, target, compound, label from temp.drawn;

        insert into series_author_day (source_id, community_id, target, day_ms, gate_id, scorer_id, cluster_id, n, value_sum, favor, against, neutral)
        select @source, community, tar.target, @dayMs, 1, sco.id, author, count(*), sum(iif(sco.id = 2, compound, 0)),
            sum(sco.id = 3 and label = 'FAVOR'), sum(sco.id = 3 and label = 'AGAINST'), sum(sco.id = 3 and label = 'NEUTRAL')
        from scorer sco
        cross join (select distinct target from temp.drawn union all select 'all') tar
        join temp.drawn dra on tar.target in ('all', dra.target)
        group by sco.id, tar.target, community, author;

        insert into series_day (source_id, community_id, target, day_ms, gate_id, scorer_id, n, value_sum, favor, against, neutral)
        select source_id, community_id, target, day_ms, gate_id, scorer_id, sum(n), sum(value_sum), sum(favor), sum(against), sum(neutral)
        from series_author_day
        where source_id = @source and day_ms = @dayMs
        group by source_id, community_id, target, day_ms, gate_id, scorer_id;

        insert into read_day (source_id, community_id, day_ms, n, held, captured_ms)
        select source_id, community_id, day_ms, 20 * n, n, @dayMs + 864000000
        from series_day
        where source_id = @source and day_ms = @dayMs and target = 'all' and scorer_id = 1
        union all
        select @source, 0, @dayMs, 20 * @count, @count, @dayMs + 864000000
        where @count > 0;

        insert into read_class (source_id, class, day_ms, n, held, captured_ms)
        select rea.source_id, com.class, rea.day_ms, sum(rea.n), sum(rea.held), max(rea.captured_ms)
        from read_day rea
        join community com on com.id = rea.community_id
        where rea.source_id = @source and rea.day_ms = @dayMs and rea.community_id > 0
        group by com.class
        """;

    private const string Marks = """
        insert into series (source_id, community_id, target, gate_id, scorer_id, day_rows)
        select source_id, community_id, target, gate_id, scorer_id, count(*) from series_day group by source_id, community_id, target, gate_id, scorer_id;
        insert into series (source_id, community_id, target, gate_id, scorer_id, day_rows)
        select source_id, 0, target, gate_id, scorer_id, sum(day_rows) from series group by source_id, target, gate_id, scorer_id;
        """;
}
