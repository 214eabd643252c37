using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>Packs a day's sums per cluster.</summary>
internal sealed class DayPacks(SqliteConnection connection, CurrentScorers scorers)
{
    private readonly Dictionary<long, AuthorPackWriter> _writers = scorers.All.ToDictionary(scorer => scorer.Id, scorer => new AuthorPackWriter(LayoutOf(scorer.Kind)));

    /// <summary>Replaces the day's packs by those of the current scorers' rows.</summary>
    public void Write(long sourceId, long dayMs)
    {
        connection.Execute("delete from author_pack where source_id = @sourceId and day_ms = @dayMs", new { sourceId, dayMs });
        if (scorers.Relevance is not { Id: var gate })
            return;
        using var insert = new RowInsert(connection, Insert, 6);
        using var command = connection.CreateCommand();
        command.CommandText = Rows;
        command.Parameters.AddWithValue("@source", sourceId);
        command.Parameters.AddWithValue("@day", dayMs);
        command.Parameters.AddWithValue("@gate", gate);
        using var rows = command.ExecuteReader();
        (long Scorer, string Target)? open = null;
        while (rows.Read())
        {
            var key = (Scorer: rows.GetInt64(0), Target: rows.GetString(1));
            if (!_writers.TryGetValue(key.Scorer, out var writer))
                continue;
            if (open is { } other && other != key)
                insert.Add(sourceId, gate, other.Scorer, other.Target, dayMs, _writers[other.Scorer].Close());
            open = key;
            var labels = scorers.Stance?.Id == key.Scorer;
            writer.Add(
                rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4), rows.GetDouble(labels ? 6 : 5), labels ? rows.GetDouble(7) : 0, labels ? rows.GetDouble(8) : 0);
        }

        if (open is { } last)
            insert.Add(sourceId, gate, last.Scorer, last.Target, dayMs, _writers[last.Scorer].Close());
    }

    /// <summary>What packs of a kind of scorer hold.</summary>
    public static PackLayout LayoutOf(string kind) => kind switch
    {
        "relevance" => PackLayout.Counts,
        "sentiment" => PackLayout.Values,
        _ => PackLayout.Labels,
    };

    // In the order of the key, which is that of the packs.
    private const string Rows = """
        select scorer_id, target, community_id, cluster_id, n, value_sum, favor, against, neutral
        from series_author_day
        where source_id = @source and day_ms = @day and gate_id = @gate
        order by scorer_id, target, community_id, cluster_id
        """;

    private const string Insert = """
        insert into author_pack (source_id, gate_id, scorer_id, target, day_ms, pack) values (@0, @1, @2, @3, @4, @5)
        """;
}
