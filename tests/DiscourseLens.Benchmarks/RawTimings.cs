using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Benchmarks;

/// <summary>Some of the figures by a plain <c>group by</c> over one row a post, without coverage, states and suppression.</summary>
internal static class RawTimings
{
    private const int Calls = 5;

    private static readonly (string Name, string Sql)[] s_questions =
    [
        ("one community, month", """
            select day / 2629800000 as month, count(*) as n, count(distinct author) as authors, avg(compound) as value
            from post
            where community = 21
            group by 1
            order by 1
            """),
        ("all of a source, month", """
            select day / 2629800000 as month, count(*) as n, count(distinct author) as authors, avg(compound) as value
            from post
            where source = 1
            group by 1
            order by 1
            """),
        ("all of a source, year, clustered sums", """
            select year, sum(n), count(*), sum(s), sum(s * s), sum(s * n), sum(n * n)
            from (select day / 31557600000 as year, author, count(*) as n, sum(compound) as s from post where source = 1 group by 1, 2)
            group by 1
            order by 1
            """),
        ("all sources, month, author weighting", """
            select month, avg(value)
            from (select day / 2629800000 as month, author, avg(compound) as value from post group by 1, 2)
            group by 1
            order by 1
            """),
    ];

    /// <summary>Prints the median of a few calls in each engine.</summary>
    public static void Print(string posts)
    {
        using var sqlite = new SqliteConnection($"Data Source={posts};Mode=ReadOnly;Pooling=False");
        sqlite.Open();
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        Copy(posts, duck);
        Console.WriteLine("| plain group by over the posts | SQLite, median ms | DuckDB, in memory, median ms |\n|---|---|---|");
        foreach (var (name, sql) in s_questions)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(sqlite, sql):0} | {Median(duck, sql):0} |"));
    }

    private static void Copy(string posts, DuckDBConnection duck)
    {
        using (var create = duck.CreateCommand())
        {
            create.CommandText = "create table post (source integer, community integer, author integer, day bigint, compound double)";
            create.ExecuteNonQuery();
        }

        using var sqlite = new SqliteConnection($"Data Source={posts};Mode=ReadOnly;Pooling=False");
        sqlite.Open();
        using var command = sqlite.CreateCommand();
        command.CommandText = "select source, community, author, day, compound from post";
        using var reader = command.ExecuteReader();
        using var appender = duck.CreateAppender("post");
        while (reader.Read())
            appender.CreateRow().AppendValue(reader.GetInt32(0)).AppendValue(reader.GetInt32(1)).AppendValue(reader.GetInt32(2))
                .AppendValue(reader.GetInt64(3)).AppendValue(reader.GetDouble(4)).EndRow();
    }

    private static double Median(DbConnection connection, string sql) =>
        Enumerable.Range(0, Calls).Select(_ => Time(connection, sql)).Order().ElementAt(Calls / 2);

    private static double Time(DbConnection connection, string sql)
    {
        var clock = Stopwatch.StartNew();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            _ = reader.GetValue(0);
        return clock.Elapsed.TotalMilliseconds;
    }
}
