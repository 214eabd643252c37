using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Reads what can be asked of a store, from the roll-ups alone.</summary>
/// <param name="database">The store.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class TrendChoicesReader(LensDatabase database, SeriesOptions? options = null)
{
    /// <summary>Reads all choices in one snapshot.</summary>
    public TrendChoices Read()
    {
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var facts = StoreFacts.Read(connection, options);
        var edges = connection.QuerySingle<Edges>(
            "select min(from_day_ms) as FromMs, max(until_day_ms) as UntilMs from community_range");
        return new(
            facts.Study,
            facts.Notice,
            connection.Query<string>("select name from source order by name").ToList(),
            Communities(connection, facts.Limits.Suppression),
            TrendQuery.Targets,
            Facets(connection, FacetKind.Condition),
            Facets(connection, FacetKind.Language),
            KeptFacets.Read(connection).HasFlag(FacetKind.Age)
                ? FacetRules.Ages(connection).ConvertAll(age => new FacetChoice(age, new Facet(FacetKind.Age, age).Name))
                : [],
            CurrentScorers.Read(connection).All.SelectMany(scorer => MeasureTraits.Of(scorer.Kind))
                .Order().Select(measure => measure.Text()).ToList(),
            Enum.GetValues<Grain>().Select(grain => grain.Text()).ToList(),
            Day(edges.FromMs),
            Day(edges.UntilMs),
            facts.AsOf,
            facts.Limits);
    }

    private static List<FacetChoice> Facets(SqliteConnection connection, FacetKind kind)
    {
        const string Sql = "select value from facet where kind = @kind and held = 1";
        return !KeptFacets.Read(connection).HasFlag(kind) ? [] : connection.Query<string>(Sql, new { kind = Facet.KeyOf(kind) })
            .Select(value => new Facet(kind, value)).Where(facet => facet.IsKnown).Select(facet => new FacetChoice(facet.Value, facet.Name))
            .OrderBy(facet => facet.Name, StringComparer.OrdinalIgnoreCase).ToList();
    }

    private static List<CommunityChoice> Communities(SqliteConnection connection, SuppressionRule rule)
    {
        const string Sql = """
            select src.name as Source, com.name as Name, com.class as Class, coalesce(sum(day.n), 0) as N
            from community com
            join source src on src.id = com.source_id
            left join scorer gat on gat.kind = 'relevance' and gat.current = 1
            left join series_day day on day.source_id = src.id and day.community_id = com.id and day.target = 'all'
                and day.gate_id = gat.id and day.scorer_id = gat.id
            group by com.id
            order by N desc, com.name_key
            """;
        return connection.Query<Row>(Sql)
            .Select(row => new CommunityChoice(
                row.Source, row.Name, row.Class, ShownCount.Of(row.N, rule.MinPosts, hide: row.N > 0)))
            .ToList();
    }

    private static DateOnly? Day(long? ms) => ms is { } known ? UtcDay.FromMs(known) : null;

    private sealed class Row
    {
        public string Source { get; init; } = "";
        public string Name { get; init; } = "";
        public string Class { get; init; } = "";
        public long N { get; init; }
    }

    private sealed class Edges
    {
        public long? FromMs { get; init; }
        public long? UntilMs { get; init; }
    }
}
