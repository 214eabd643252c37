using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Finds communities that are of another class than when they were rolled up.</summary>
internal static class ClassChanges
{
    /// <summary>Marks the buckets in which they hold posts, since sums of both classes change.</summary>
    public static void Mark(SqliteConnection connection)
    {
        const string Changed = """
            select rea.source_id as SourceId, rea.day_ms as StartMs
            from rolled_class rol
            join community com on com.id = rol.community_id and com.class <> rol.class
            join read_day rea on rea.source_id = com.source_id and rea.community_id = com.id
            """;
        foreach (var day in connection.Query<DirtyMark>(Changed).ToList())
            DayRollup.MarkBuckets(connection, day.SourceId, day.StartMs);
        connection.Execute("""
            insert into rolled_class (community_id, class) select id, class from community where id > 0
            on conflict do update set class = excluded.class where class <> excluded.class
            """);
    }
}
