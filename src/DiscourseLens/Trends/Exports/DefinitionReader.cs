using DiscourseLens.Database;
using DiscourseLens.Series;

namespace DiscourseLens.Trends.Exports;

/// <summary>Reads what is in force in a store.</summary>
/// <param name="database">The store.</param>
/// <param name="options">Limits; null for those that the last roll-up wrote into the store.</param>
public sealed class DefinitionReader(LensDatabase database, SeriesOptions? options = null)
{
    /// <summary>Reads it in one snapshot.</summary>
    public Definition Read()
    {
        using var connection = database.ConnectReadOnly();
        using var snapshot = connection.BeginTransaction(deferred: true);
        return new(
            StoreFacts.Read(connection, options),
            CurrentScorers.Read(connection).All.ToDictionary(scorer => scorer.Kind, scorer => scorer.Text));
    }
}
