using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Rows of the file under way, in a SQLite file of their own beside the store. Until it is published nothing in the store
/// knows of it; deleting it forgets it, so it needs neither journal nor sync.
/// </summary>
internal sealed class ArchiveStaging : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly StagedRows _rows;

    public ArchiveStaging(string path)
    {
        Path = path;
        Discard(path);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute("pragma journal_mode = off; pragma synchronous = off");
        _connection.Execute(StagedRows.Tables("main"));
        _transaction = _connection.BeginTransaction();
        _rows = new(_connection, "main");
    }

    public string Path { get; }

    /// <summary>Removes what a run that died left behind.</summary>
    public static void Discard(string path) => File.Delete(path);

    public void Add(StagedPost post) => _rows.Add(post);

    public void AddHint(string nativeId, int concepts, string community, long createdMs) =>
        _rows.AddHint(nativeId, concepts, community, createdMs);

    /// <summary>A post that was deleted after it was captured.</summary>
    public void AddGone(string nativeId) => _rows.AddGone(nativeId);

    /// <summary>Keeps where and why a line could not be read.</summary>
    public void AddReject(long line, long offset, ReadOnlySpan<byte> bytes, string reason) =>
        _rows.AddReject(line, offset, bytes, reason);

    /// <summary>Ends writing; the file can be attached from now on.</summary>
    public void Complete()
    {
        _transaction.Commit();
        _connection.Execute("create index post_native on post (native_id)");
        _connection.Close();
    }

    public void Dispose()
    {
        _rows.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
        Discard(Path);
    }
}
