using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>A statement that is compiled once and run many times inside the transaction that is open when it is made.</summary>
/// <remarks>Compiling costs more than running a single-row insert; Dapper compiles at every call.</remarks>
internal sealed partial class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Compiles SQL with named parameters.</summary>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Value).Distinct())
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        _command.Prepare();
    }

    /// <summary>Runs it with values in the order in which the parameters first appear: text, numbers, blobs or null.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    /// <summary>Its rows for such values; to be disposed before it is run again.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    [GeneratedRegex("@[a-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
