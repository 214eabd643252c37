using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>
/// One prepared insert, run for many rows with parameters <c>@0 @1 ...</c>. Making a command for every row took most of the
/// time of a roll-up.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares the statement in the connection's transaction.</summary>
    public RowInsert(SqliteConnection connection, string sql, int columns)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < columns; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "@" + i.ToString(CultureInfo.InvariantCulture) });
        _command.Prepare();
    }

    /// <summary>Inserts one row, its values in the order of the parameters.</summary>
    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose() => _command.Dispose();
}
