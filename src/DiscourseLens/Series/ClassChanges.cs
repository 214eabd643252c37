using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Finds communities that are of another class than when they were rolled up.</summary>
internal static class ClassChanges
{
    /// <summary>Marks their days, since sums of both classes change.</summary>
    public static void Mark(SqliteConnection connection) => connection.Execute("""
        insert or ignore into dirty_day (source_id, day_ms)
        select rea.source_id, rea.day_ms
        from rolled_class rol
        join community com on com.id = rol.community_id and com.class <> rol.class
        join read_day rea on rea.source_id = com.source_id and rea.community_id = com.id;

        insert into rolled_class (community_id, class) select id, class from community where id > 0
        on conflict do update set class = excluded.class where class <> excluded.class
        """);
}
