using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DiscourseLens.Series;

/// <summary>
/// Reads the clusters of a source day by day, from its packs. Days that were taken apart since the last roll-up have none; they are read from
/// their rows.
/// </summary>
internal sealed class PackStream : IDisposable
{
    private readonly SqliteCommand _packCommand;
    private readonly SqliteCommand _rowCommand;
    private readonly SqliteDataReader _packs;
    private readonly SqliteDataReader _rows;
    private readonly HashSet<long>? _communities;
    private readonly bool _labels;
    private bool _morePacks;
    private bool _moreRows;

    /// <summary>Opens a stream.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="communities">The communities to read; null for all.</param>
    /// <param name="series">Relevance scorer, the measure's scorer and target.</param>
    /// <param name="layout">What that scorer's packs hold.</param>
    /// <param name="range">Its first millisecond, and the one after its last.</param>
    public PackStream(
        SqliteConnection connection, long sourceId, IEnumerable<long>? communities, (long Gate, long Scorer, string Target) series,
        PackLayout layout, (long From, long Until) range)
    {
        _communities = communities?.ToHashSet();
        _labels = layout == PackLayout.Labels;
        _packCommand = Command(connection, Packs, sourceId, series, range);
        _rowCommand = Command(connection, Rows, sourceId, series, range);
        _packs = _packCommand.ExecuteReader();
        _rows = _rowCommand.ExecuteReader();
        _morePacks = _packs.Read();
        _moreRows = _rows.Read();
    }

    /// <summary>Adds the clusters of the days before an instant that were not read yet, each in the group of its community.</summary>
    /// <param name="table">Where to.</param>
    /// <param name="untilMs">The instant.</param>
    /// <param name="apart">Whether communities are told apart; else all are in group 0.</param>
    public void AddUntil(IClusters table, long untilMs, bool apart = false)
    {
        for (; _morePacks && _packs.GetInt64(0) < untilMs; _morePacks = _packs.Read())
            Add(table, new(raw.sqlite3_column_blob(_packs.Handle, 1)), apart);
        for (; _moreRows && _rows.GetInt64(0) < untilMs; _moreRows = _rows.Read())
        {
            if (_communities?.Contains(_rows.GetInt64(1)) != false)
            {
                table.Add(
                    apart ? _rows.GetInt64(1) : 0, _rows.GetInt64(2), _rows.GetInt64(3), _rows.GetDouble(_labels ? 5 : 4),
                    _labels ? _rows.GetDouble(6) : 0, _labels ? _rows.GetDouble(7) : 0);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _packs.Dispose();
        _rows.Dispose();
        _packCommand.Dispose();
        _rowCommand.Dispose();
    }

    private void Add(IClusters table, AuthorPack pack, bool apart)
    {
        while (pack.NextCommunity())
        {
            if (_communities?.Contains(pack.Community) == false)
                continue;
            for (var group = apart ? pack.Community : 0; pack.Next();)
                table.Add(group, pack.Cluster, pack.N, pack.First, pack.Second, pack.Third);
        }
    }

    private static SqliteCommand Command(
        SqliteConnection connection, string sql, long sourceId, (long Gate, long Scorer, string Target) series, (long From, long Until) range)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@source", sourceId);
        command.Parameters.AddWithValue("@gate", series.Gate);
        command.Parameters.AddWithValue("@scorer", series.Scorer);
        command.Parameters.AddWithValue("@target", series.Target);
        command.Parameters.AddWithValue("@from", range.From);
        command.Parameters.AddWithValue("@until", range.Until);
        return command;
    }

    private const string Packs = """
        select day_ms, pack
        from author_pack
        where source_id = @source and gate_id = @gate and scorer_id = @scorer and target = @target and day_ms >= @from and day_ms < @until
        order by day_ms
        """;

    private const string Rows = """
        select sad.day_ms, sad.community_id, sad.cluster_id, sad.n, sad.value_sum, sad.favor, sad.against, sad.neutral
        from dirty_day dir
        cross join series_author_day sad on sad.source_id = dir.source_id and sad.day_ms = dir.day_ms
            and sad.gate_id = @gate and sad.scorer_id = @scorer and sad.target = @target
        where dir.source_id = @source and dir.day_ms >= @from and dir.day_ms < @until
            and not exists (select 1 from author_pack pac where pac.source_id = dir.source_id and pac.day_ms = dir.day_ms)
        order by dir.day_ms, sad.community_id, sad.cluster_id
        """;
}
