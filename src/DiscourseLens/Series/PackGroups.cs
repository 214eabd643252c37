using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DiscourseLens.Series;

/// <summary>Reads the packs of a run of days of a source, one scorer and target after the other.</summary>
internal sealed class PackGroups : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteDataReader _reader;
    private bool _more;

    /// <summary>Opens them.</summary>
    public PackGroups(SqliteConnection connection, long sourceId, long gateId, (long From, long Until) range)
    {
        _command = connection.CreateCommand();
        _command.CommandText = """
            select scorer_id, target, pack
            from author_pack indexed by author_pack_day
            where source_id = @source and day_ms >= @from and day_ms < @until and gate_id = @gate
            order by scorer_id, target, day_ms
            """;
        _command.Parameters.AddWithValue("@source", sourceId);
        _command.Parameters.AddWithValue("@from", range.From);
        _command.Parameters.AddWithValue("@until", range.Until);
        _command.Parameters.AddWithValue("@gate", gateId);
        _reader = _command.ExecuteReader();
        _more = _reader.Read();
    }

    /// <summary>The scorer of the group at hand.</summary>
    public long ScorerId { get; private set; }

    /// <summary>The target of the group at hand.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Puts the next group into a bucket in place of the last one.</summary>
    public bool Next(BucketPlaces places)
    {
        if (!_more)
            return false;
        (ScorerId, Target) = (_reader.GetInt64(0), _reader.GetString(1));
        places.Clear();
        for (; _more && _reader.GetInt64(0) == ScorerId && _reader.GetString(1) == Target; _more = _reader.Read())
            places.Add(new(raw.sqlite3_column_blob(_reader.Handle, 2)));
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _reader.Dispose();
        _command.Dispose();
    }
}
