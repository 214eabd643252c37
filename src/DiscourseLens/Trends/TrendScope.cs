using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The sources and communities a query is about, found in the store.</summary>
/// <param name="Parts">What is taken of each source, in order of their names; at least one.</param>
internal sealed record TrendScope(IReadOnlyList<ScopePart> Parts)
{
    /// <summary>The communities that were named, as they are stored; empty where none was.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The classes, where they narrow what is taken; empty where the names alone give the same.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>The sources.</summary>
    public IReadOnlyList<long> SourceIds { get; } = Parts.Select(part => part.SourceId).ToList();

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Sources { get; } = Parts.Select(part => part.Source).ToList();

    /// <summary>The communities of all sources; only 0 where all are taken.</summary>
    public IReadOnlyList<long> Communities { get; } = Parts.SelectMany(part => part.Communities).Distinct().ToList();

    /// <summary>Whether it is one community, or the union of one source, whose estimates are kept.</summary>
    public bool IsKept => SourceIds.Count == 1 && Communities.Count == 1;

    /// <summary>Finds what the query names.</summary>
    /// <exception cref="TrendException">
    /// The store has no such source, class or community, a community is of another class, or there are several sources and none was named.
    /// </exception>
    public static TrendScope Find(SqliteConnection connection, TrendQuery query)
    {
        var sources = FindSources(connection, query);
        if (query.Communities.Contains("all"))
            query = query with { Communities = [] };
        if (query.Communities.Count == 0 && query.Classes.Count == 0)
            return new(sources.ConvertAll(source => new ScopePart(source.Id, source.Name, [0])));
        var found = query.Communities.Count == 0
            ? FindClasses(connection, sources, query.Classes)
            : query.Communities.SelectMany(name => FindCommunity(connection, sources, query.Classes, name)).ToList();
        var whole = query.Communities.Count == 0 && query.Classes.Count == 1 && KeptMoments.AreMade(connection) ? query.Classes[0] : null;
        var taken = sources.FindAll(source => found.Exists(row => row.SourceId == source.Id));
        return new(taken.ConvertAll(source => new ScopePart(
            source.Id, source.Name, found.Where(row => row.SourceId == source.Id).Select(row => row.Id).Distinct().Order().ToList(), whole)))
        {
            Names = query.Communities.Count == 0 ? [] : found.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal).ToList(),
            Classes = query.Communities.Count == 0 || Narrow(connection, taken, query, found.Count) ? query.Classes : [],
        };
    }

    /// <summary>The query with names as they are stored, and without what says nothing.</summary>
    public TrendQuery Settle(TrendQuery query) => query with { Sources = Sources, Communities = Names, Classes = Classes };

    private static bool Narrow(SqliteConnection connection, List<Named> sources, TrendQuery query, int found) => query.Classes.Count > 0
        && query.Communities.Sum(name => FindCommunity(connection, sources, [], name).Count) > found;

    private static List<Named> FindSources(SqliteConnection connection, TrendQuery query)
    {
        var sources = connection.Query<Named>("select id as Id, name as Name from source order by name").ToList();
        if (sources.Count == 0)
            throw new TrendException(TrendTrouble.NotReady, "The store holds no source yet; import an archive first.");
        var names = string.Join(", ", sources.Select(source => source.Name));
        if (query.Sources.Contains("all") || (query.Sources.Count == 0 && (sources.Count == 1 || query.Compare == CompareBy.Source)))
            return sources;
        if (query.Sources.Count == 0)
            throw new TrendException(TrendTrouble.Query, $"source is not given and the store has {names}; name one or more of them, or all.");
        return query.Sources.FirstOrDefault(name => !sources.Exists(source => source.Name == name)) is { } unknown
            ? throw new TrendException(TrendTrouble.Unknown, $"source '{unknown}' is not in the store; use one of {names}.")
            : sources.FindAll(source => query.Sources.Contains(source.Name));
    }

    private static List<Community> FindClasses(SqliteConnection connection, List<Named> sources, IReadOnlyList<string> classes)
    {
        const string Sql = """
            select id as Id, source_id as SourceId, class as Class from community where source_id in @ids and class in @classes order by id
            """;
        var found = connection.Query<Community>(Sql, new { ids = sources.Select(source => source.Id), classes }).ToList();
        return found.Count > 0 ? found : throw new TrendException(
            TrendTrouble.Unknown,
            $"class '{string.Join(", ", classes)}' has no stored community in {Text(sources)}; the setting Study:Communities says which class a community is of.");
    }

    private static List<Community> FindCommunity(
        SqliteConnection connection, List<Named> sources, IReadOnlyList<string> classes, string name)
    {
        const string Sql = """
            select id as Id, source_id as SourceId, name as Name, class as Class
            from community
            where source_id in @ids and (name = @name or name_key = @key)
            order by name = @name desc, id
            """;
        var found = connection.Query<Community>(Sql, new { ids = sources.Select(source => source.Id), name, key = name.ToLowerInvariant() })
            .DistinctBy(row => row.SourceId).ToList();
        if (found.Count == 0)
        {
            throw new TrendException(
                TrendTrouble.Unknown, $"community '{name}' is not among the stored communities of {Text(sources)}; the view trend_month lists them.");
        }

        var taken = classes.Count == 0 ? found : found.FindAll(row => classes.Contains(row.Class));
        return taken.Count > 0 ? taken : throw new TrendException(
            TrendTrouble.Query,
            $"community '{name}' is of class '{found[0].Class}', and class '{string.Join(", ", classes)}' leaves it out; leave one of the two out.");
    }

    private static string Text(List<Named> sources) =>
        (sources.Count == 1 ? "source " : "sources ") + string.Join(", ", sources.Select(source => $"'{source.Name}'"));

    private sealed class Named
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
    }

    private sealed class Community
    {
        public long Id { get; init; }
        public long SourceId { get; init; }
        public string Name { get; init; } = "";
        public string Class { get; init; } = "";
    }
}
