using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Reads the targets of a relevant post, and the places where it names them, as the gate left them in the store.</summary>
internal sealed class StoredNamesReader(SqliteConnection connection, long gateId) : IDisposable
{
    private readonly PreparedStatement _targets = new(connection, """
        select target from relevance_score where item_id = @item_id and scorer_id = @scorer_id and relevant = 1
        """);

    private readonly PreparedStatement _places = new(connection, """
        select concept, start from mention where item_id = @item_id and scorer_id = @scorer_id order by start, concept
        """);

    public StoredNames Read(long itemId)
    {
        var targets = Concepts.None;
        using (var rows = _targets.Read(itemId, gateId))
        {
            while (rows.Read())
                targets |= Targets.ConceptOf(rows.GetString(0));
        }

        var places = new List<NamedPlace>();
        using (var rows = _places.Read(itemId, gateId))
        {
            while (rows.Read())
                places.Add(new NamedPlace(Enum.Parse<Concepts>(rows.GetString(0), ignoreCase: true), rows.GetInt32(1)));
        }

        return new StoredNames(targets, places);
    }

    public void Dispose()
    {
        _targets.Dispose();
        _places.Dispose();
    }
}
