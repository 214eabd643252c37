using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The limits that the last roll-up wrote into the store.</summary>
internal static class StoredLimits
{
    /// <summary>Reads them; a new store holds the defaults.</summary>
    public static SeriesOptions Read(SqliteConnection connection)
    {
        const string Sql = """
            select provisional_days as ProvisionalDays, min_posts as MinPosts, min_authors as MinAuthors
            from series_setting
            where id = 1
            """;
        var row = connection.QuerySingle<Row>(Sql);
        return new()
        {
            ProvisionalDays = (int)row.ProvisionalDays,
            Suppression = new((int)row.MinPosts, (int)row.MinAuthors),
        };
    }

    private sealed class Row
    {
        public long ProvisionalDays { get; init; }
        public long MinPosts { get; init; }
        public long MinAuthors { get; init; }
    }
}
