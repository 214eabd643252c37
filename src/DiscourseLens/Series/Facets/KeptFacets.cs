using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series.Facets;

/// <summary>
/// Which kinds of facets a store keeps series of, as the text <c>condition:hash language age</c>; behind <c>making</c> until the
/// first roll-up under that choice is done, so that what is half made is not read for none.
/// </summary>
internal static class KeptFacets
{
    private const string Making = "making ";

    /// <summary>The text of a choice.</summary>
    public static string Key(FacetKind kinds) => string.Join(' ', new[]
    {
        kinds.HasFlag(FacetKind.Condition) ? $"condition:{Conditions.Hash}" : null,
        kinds.HasFlag(FacetKind.Language) ? "language" : null,
        kinds.HasFlag(FacetKind.Age) ? "age" : null,
    }.OfType<string>());

    /// <summary>Whether every day must be made again for a choice.</summary>
    public static bool IsOther(SqliteConnection connection, FacetKind kinds)
    {
        var (stored, key) = (Stored(connection), Key(kinds));
        return stored != key && stored != Making + key;
    }

    /// <summary>The kinds whose series can be read.</summary>
    public static FacetKind Read(SqliteConnection connection) => Stored(connection) is var stored && stored.StartsWith(Making, StringComparison.Ordinal)
        ? FacetKind.None
        : stored.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(FacetKind.None, (sum, each) => sum | Enum.Parse<FacetKind>(each.Split(':')[0], ignoreCase: true));

    /// <summary>Notes that every day is being made again for a choice, and takes the list of terms in use.</summary>
    public static void Begin(SqliteConnection connection, FacetKind kinds)
    {
        // Of posts whose text is gone the places are gone too, and what an earlier list said of them stands.
        const string Forget = """
            delete from item_condition
            where exists (select 1 from mention men where men.item_id = item_condition.item_id and men.scorer_id = item_condition.scorer_id);
            delete from condition_term
            """;
        if (!Stored(connection).Contains(Conditions.Hash, StringComparison.Ordinal))
        {
            connection.Execute(Forget);
            connection.Execute(
                "insert into condition_term (term, condition) values (@term, @Id)",
                Conditions.All.SelectMany(each => each.Terms.Select(term => new { term, each.Id })));
        }

        Store(connection, Making + Key(kinds));
    }

    /// <summary>Notes that all days are made, and which facets have posts.</summary>
    public static void End(SqliteConnection connection, FacetKind kinds)
    {
        const string Hold = """
            update facet set held = exists (
                select 1
                from source src
                cross join calendar cal
                cross join series_month_by mon on mon.source_id = src.id and mon.start_ms = cal.start_ms and mon.facet_id = facet.id
                where cal.grain = 'month')
            """;
        connection.Execute(Hold);
        Store(connection, Key(kinds));
    }

    private static string Stored(SqliteConnection connection) =>
        connection.ExecuteScalar<string>("select facets from series_setting where id = 1") ?? "";

    private static void Store(SqliteConnection connection, string facets) =>
        connection.Execute("update series_setting set facets = @facets where id = 1", new { facets });
}
