using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Brings the classes of stored communities in line with the study's settings.</summary>
internal static class CommunityClassSync
{
    /// <summary>Communities without a class are general.</summary>
    public static void Run(SqliteConnection connection, IReadOnlyDictionary<string, string> classes)
    {
        const string Read = "select id as Id, name_key as NameKey, class as Class from community where id > 0 order by id";
        const string Update = "update community set class = @Class where id = @Id";
        var known = classes.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value);
        var changed = connection.Query<Row>(Read)
            .Select(row => new { row.Id, Class = known.GetValueOrDefault(row.NameKey, "general"), Was = row.Class })
            .Where(row => row.Class != row.Was);
        connection.Execute(Update, changed);
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string NameKey { get; init; } = "";
        public string Class { get; init; } = "";
    }
}
