using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>The one store: a SQLite file in WAL mode. Opens connections; nothing else sets pragmas.</summary>
public sealed class LensDatabase
{
    private const int Full = 13;
    private readonly string _path;

    private LensDatabase(string path) => _path = path;

    /// <summary>The file's full path.</summary>
    public string Path => _path;

    /// <summary>Opens a store for writing: makes it when absent and brings its schema up to date.</summary>
    /// <param name="path">Path of the SQLite file; its folder is made when absent.</param>
    /// <exception cref="LensException">The file is no DiscourseLens store, or a newer program's.</exception>
    public static LensDatabase OpenOrCreate(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!); // a full path of a file has a folder
        var database = new LensDatabase(full);
        if (new FileInfo(full) is { Exists: true, Length: > 0 })
            database.Recognise();
        using var connection = database.Connect();
        Migrator.Migrate(connection, full);
        return database;
    }

    /// <summary>Opens a store that must exist, without changing it.</summary>
    /// <exception cref="LensException">The file is absent, no DiscourseLens store, or of another schema version.</exception>
    public static LensDatabase OpenExisting(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new LensException($"There is no store at '{path}'; import an archive first, or name it with --database.");
        var database = new LensDatabase(full);
        using var connection = database.ConnectReadOnly();
        Migrator.Check(connection, full);
        return database;
    }

    /// <summary>A connection for the one writer, with foreign keys on.</summary>
    public SqliteConnection Connect() => Connect(SqliteOpenMode.ReadWriteCreate);

    /// <summary>A connection that cannot write.</summary>
    public SqliteConnection ConnectReadOnly() => Connect(SqliteOpenMode.ReadOnly);

    /// <summary>Takes the write lock and gives it back; false when another transaction holds it.</summary>
    /// <exception cref="LensException">The store cannot be opened.</exception>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public bool IsFreeToWrite()
    {
        const int Busy = 5;
        using var connection = Connect();
        connection.DefaultTimeout = 1;
        try
        {
            using var transaction = connection.BeginTransaction();
            transaction.Rollback();
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            return false;
        }
    }

    /// <summary>Brings the write-ahead log into the file, as far as nobody reads it, so that the file alone is the store.</summary>
    public void FoldIn()
    {
        using var connection = Connect();
        WriteAheadLog.Empty(connection);
    }

    /// <summary>
    /// Writes the whole file anew and empties the log; false when a reader keeps the log. Zeroing what is deleted is not
    /// enough: pages that were split or joined keep copies of rows that moved, which nothing overwrites.
    /// </summary>
    /// <exception cref="LensException">There is no room for a second copy of the store.</exception>
    public bool Rewrite()
    {
        using var connection = Connect();
        connection.DefaultTimeout = 0; // as long as it takes
        try
        {
            connection.Execute("pragma temp_store = file; vacuum");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Full)
        {
            throw new LensException(
                $"There is no room to write '{_path}' anew, which removes the last traces of what was purged; make room for a second copy of it.", exception);
        }

        return WriteAheadLog.Empty(connection);
    }

    /// <summary>Makes the closed store one file, without a log beside it.</summary>
    internal void MakeSingleFile()
    {
        using var connection = Connect();
        connection.Execute("pragma journal_mode = delete");
    }

    /// <summary>Refuses another program's file before anything is written to it, its journal mode included.</summary>
    private void Recognise()
    {
        using var connection = ConnectReadOnly();
        Migrator.ReadVersion(connection, _path);
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        // Unpooled: a pooled connection keeps its pragmas, attached files and the -wal file alive.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(mode == SqliteOpenMode.ReadOnly ? ReadPragmas : WritePragmas);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new LensException(
                $"'{_path}' cannot be opened as a store ({exception.Message}); name another file with --database.", exception);
        }
    }

    // secure_delete: what is purged must not survive in free pages.
    private const string WritePragmas = """
        pragma journal_mode = wal;
        pragma synchronous = normal;
        pragma secure_delete = on;
        pragma temp_store = memory;
        pragma cache_size = -65536;
        pragma mmap_size = 268435456;
        pragma journal_size_limit = 67108864;
        """;

    private const string ReadPragmas = """
        pragma temp_store = memory;
        pragma cache_size = -65536;
        pragma mmap_size = 268435456;
        """;
}
