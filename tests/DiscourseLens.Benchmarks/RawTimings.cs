using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Benchmarks;

/// <summary>The monthly mean of all posts by a plain <c>group by</c>, without authors, coverage or intervals.</summary>
internal static class RawTimings
{
    private const int Calls = 5;

    private const string Monthly = """
        select day / 2629800000 as month, count(*) as n, count(distinct author) as authors, avg(compound) as value
        from post
        where source = 1
        group by 1
        order by 1
        """;

    /// <summary>Prints the median of a few calls in each engine.</summary>
    public static void Print(string posts)
    {
        Console.WriteLine("| plain group by, all of a source, month | median ms |\n|---|---|");
        using (var sqlite = new SqliteConnection($"Data Source={posts};Mode=ReadOnly;Pooling=False"))
            Print("SQLite", sqlite);
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        Copy(posts, duck);
        Print("DuckDB, posts in memory", duck);
    }

    private static void Copy(string posts, DuckDBConnection duck)
    {
        using (var create = duck.CreateCommand())
        {
            create.CommandText = "create table post (source integer, author integer, day bigint, compound double)";
            create.ExecuteNonQuery();
        }

        using var sqlite = new SqliteConnection($"Data Source={posts};Mode=ReadOnly;Pooling=False");
        sqlite.Open();
        using var command = sqlite.CreateCommand();
        command.CommandText = "select source, author, day, compound from post";
        using var reader = command.ExecuteReader();
        using var appender = duck.CreateAppender("post");
        while (reader.Read())
            appender.CreateRow().AppendValue(reader.GetInt32(0)).AppendValue(reader.GetInt32(1)).AppendValue(reader.GetInt64(2)).AppendValue(reader.GetDouble(3)).EndRow();
    }

    private static void Print(string engine, DbConnection connection)
    {
        if (connection.State == System.Data.ConnectionState.Closed)
            connection.Open();
        var times = Enumerable.Range(0, Calls).Select(_ => Time(connection)).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {engine} | {times[Calls / 2]:0.0} |"));
    }

    private static double Time(DbConnection connection)
    {
        var clock = Stopwatch.StartNew();
        using var command = connection.CreateCommand();
        command.CommandText = Monthly;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            _ = reader.GetValue(0);
        return clock.Elapsed.TotalMilliseconds;
    }
}
