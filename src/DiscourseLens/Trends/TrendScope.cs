using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The source and communities a query is about, found in the store.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Source">Its name.</param>
/// <param name="Communities">The communities; only 0, the union, where none was named.</param>
internal sealed record TrendScope(long SourceId, string Source, IReadOnlyList<long> Communities)
{
    /// <summary>Finds what the query names.</summary>
    /// <exception cref="TrendException">The store has no such source or community, or several sources and none was named.</exception>
    public static TrendScope Find(SqliteConnection connection, TrendQuery query)
    {
        var sources = connection.Query<Row>("select id as Id, name as Name from source order by name").ToList();
        var source = FindSource(sources, query.Source);
        var communities = query.Communities.Contains("all")
            ? []
            : query.Communities.Select(name => FindCommunity(connection, source, name)).Distinct().Order().ToList();
        return new(source.Id, source.Name, communities.Count == 0 ? [0] : communities);
    }

    private static Row FindSource(List<Row> sources, string? name)
    {
        if (sources.Count == 0)
            throw new TrendException(TrendTrouble.NotReady, "The store holds no source yet; import an archive first.");
        var names = string.Join(", ", sources.Select(row => row.Name));
        if (name is null)
        {
            return sources.Count == 1 ? sources[0] : throw new TrendException(
                TrendTrouble.Query, $"source is not given and the store has {names}; name one of them.");
        }

        return sources.Find(row => row.Name == name)
            ?? throw new TrendException(TrendTrouble.Unknown, $"source '{name}' is not in the store; use one of {names}.");
    }

    private static long FindCommunity(SqliteConnection connection, Row source, string name)
    {
        const string Sql = """
            select id
            from community
            where source_id = @Id and (name = @name or name_key = @key)
            order by name = @name desc, id
            limit 1
            """;
        return connection.QuerySingleOrDefault<long?>(Sql, new { source.Id, name, key = name.ToLowerInvariant() })
            ?? throw new TrendException(
                TrendTrouble.Unknown,
                $"community '{name}' is not among the stored communities of source '{source.Name}'; the view trend_month lists them.");
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
    }
}
