using Dapper;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Which filtered series can be asked for.</summary>
internal static class FacetRules
{
    /// <summary>The kind of facet that a comparison shows, or none.</summary>
    public static FacetKind Compared(CompareBy? compare) => compare switch
    {
        CompareBy.Condition => FacetKind.Condition,
        CompareBy.Language => FacetKind.Language,
        _ => FacetKind.None,
    };

    /// <summary>Why a query cannot be answered in any store, with the fix; null where it can.</summary>
    public static string? Fault(TrendQuery query)
    {
        var compared = Compared(query.Compare);
        var key = query.Facet?.Key ?? Facet.KeyOf(compared);
        return query switch
        {
            { Facet: null } when compared == FacetKind.None => null,
            { Facet: { } facet } when compared != FacetKind.None =>
                $"compare '{Facet.KeyOf(compared)}' shows one series for each {Facet.KeyOf(compared)}, and {facet.Key} '{facet.Value}' narrows them again; series are kept for one filter at a time, so leave one of the two out.",
            { Measure: Measure.Share } =>
                $"measure 'share' cannot be had by {key}: {(query.Facet?.Kind == FacetKind.Age ? "the posts that were read and not kept are not looked at again" : $"of the posts that were read and not kept nobody knows the {key}")}; use measure=volume, or leave {key} out.",
            { Facet: { IsScored: false } facet } when query.Measure != Measure.Volume =>
                $"language '{facet.Value}' has no {query.Measure.Text()}: only texts in English, or of an undecided language, are scored; use measure=volume or language=en.",
            _ => null,
        };
    }

    /// <summary>The ages at which posts were looked at, youngest first.</summary>
    public static List<string> Ages(SqliteConnection connection) => connection.Query<string>("select value from facet where kind = 'age'")
        .OrderBy(Facet.AgeOf).ToList();

    /// <summary>Refuses what the store does not keep.</summary>
    /// <exception cref="TrendException">Series of the filter's kind are not kept, or not made yet; or no post was looked at at the age.</exception>
    public static void Require(SqliteConnection connection, TrendQuery query)
    {
        var kind = query.Facet?.Kind ?? Compared(query.Compare);
        if (kind != FacetKind.None && !KeptFacets.Read(connection).HasFlag(kind))
        {
            throw new TrendException(
                TrendTrouble.NotReady,
                $"The store has no series by {Facet.KeyOf(kind)} yet; name {Facet.KeyOf(kind)} in the setting Series:Facets and run `discourselens rollup`.");
        }

        if (query.Facet is { Kind: FacetKind.Age } age && Ages(connection) is var ages && !ages.Contains(age.Value))
        {
            throw new TrendException(TrendTrouble.Unknown, ages.Count == 0
                ? $"age '{age.Value}' is asked for, and no post was looked at again at a fixed age yet; docs/deletion.md tells how posts are."
                : $"age '{age.Value}' is not among the ages at which posts were looked at; use one of {string.Join(", ", ages)}.");
        }
    }
}
