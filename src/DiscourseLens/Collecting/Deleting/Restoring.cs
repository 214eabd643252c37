using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>Puts a backup in the place of a store. Only the process that holds the <see cref="WriterLock"/> may do it.</summary>
/// <param name="time">The clock of receipts.</param>
public sealed class Restoring(TimeProvider time)
{
    private const int Corrupt = 11, NoDatabase = 26; // results of SQLite

    /// <summary>
    /// Checks the backup, makes a copy of it beside the store, purges in the copy what the store has purged since, and puts the copy
    /// in the store's place. Before that last step nothing has changed.
    /// </summary>
    /// <param name="backup">The backup.</param>
    /// <param name="storePath">The store; it may be absent.</param>
    /// <param name="force">Whether a store that is there may be replaced.</param>
    /// <exception cref="LensException">The backup is damaged or no store, or a store is in its place and not to be replaced.</exception>
    public RestoreReport Run(string backup, string storePath, bool force)
    {
        var (from, to) = (Path.GetFullPath(backup), Path.GetFullPath(storePath));
        if (from == to)
            throw new LensException("The backup is the store itself; name a backup.");
        if (!force && new FileInfo(to) is { Exists: true, Length: > 0 })
            throw new LensException($"There is a store at '{storePath}', and what was collected since the backup would be lost; say --force to replace it.");
        Check(from);
        var half = to + ".restoring";
        Discard(half);
        try
        {
            Copy(from, half);
            var copy = LensDatabase.OpenOrCreate(half);
            var store = OpenStore(to);
            var replayed = store is null ? null : Replay(copy, store);
            Note(copy);
            new Backups(copy, time).Register(from, new DateTimeOffset(File.GetLastWriteTimeUtc(from)).ToUnixTimeMilliseconds());
            copy.MakeSingleFile();
            Swap(half, to, store);
            return new(replayed);
        }
        finally
        {
            Discard(half);
        }
    }

    private void Note(LensDatabase copy)
    {
        const string Sql = "insert into study (name, value) values ('restored_ms', @now) on conflict do update set value = excluded.value";
        using var connection = copy.Connect();
        connection.Execute(Sql, new { now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>The store that is to be replaced; null where there is none, or only a damaged one, whose purges nobody can tell.</summary>
    /// <exception cref="LensException">The file is another program's, or a newer one's.</exception>
    private static LensDatabase? OpenStore(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return null;
        try
        {
            var store = LensDatabase.OpenOrCreate(path);
            using var connection = store.ConnectReadOnly();
            return connection.Query<string>("pragma quick_check(1)").First() == "ok" ? store : null;
        }
        catch (Exception exception) when ((exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode is Corrupt or NoDatabase)
        {
            return null;
        }
    }

    private PurgeCounts Replay(LensDatabase copy, LensDatabase store)
    {
        var counts = new PurgeReplay(copy, time).Run(store);
        using var connection = copy.Connect();
        connection.Execute("attach @Path as origin", new { store.Path });
        connection.Execute("""
            insert into main.backup (path, made_ms) select path, made_ms from origin.backup where true on conflict do nothing;
            insert into main.purge_receipt (at_ms, reason, items, texts, authors, captures, scores, mentions, cleared_ms)
            select at_ms, reason, items, texts, authors, captures, scores, mentions, cleared_ms from origin.purge_receipt
            except
            select at_ms, reason, items, texts, authors, captures, scores, mentions, cleared_ms from main.purge_receipt
            """);
        return counts;
    }

    private static void Check(string path)
    {
        if (!File.Exists(path))
            throw new LensException($"There is no backup at '{path}'.");
        using var connection = OpenReadOnly(path);
        try
        {
            if (Migrator.ReadVersion(connection, path) == 0)
                throw new LensException($"'{path}' is empty; name another backup.");
            var damage = connection.Query<string>("pragma integrity_check(1)").First();
            if (damage != "ok" || connection.Query("pragma foreign_key_check").Any())
                throw new LensException($"The backup '{path}' is damaged ({damage}); name another one.");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Corrupt)
        {
            throw new LensException($"The backup '{path}' is damaged ({exception.Message}); name another one.", exception);
        }
        catch (SqliteException exception)
        {
            throw new LensException($"The backup '{path}' cannot be read ({exception.Message}); name another one.", exception);
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = OpenReadOnly(from);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        copy.Open();
        source.BackupDatabase(copy);
    }

    /// <summary>The old store's log is folded in first: left beside the new one it would be taken for its own.</summary>
    private static void Swap(string half, string to, LensDatabase? store)
    {
        store?.MakeSingleFile();
        foreach (var part in new[] { "-wal", "-shm", "-journal" })
            File.Delete(to + part);
        File.Move(half, to, overwrite: true);
    }

    private static SqliteConnection OpenReadOnly(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Discard(string path)
    {
        foreach (var part in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(path + part);
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Replayed">What was purged again in the restored store; null where there was no store, or a damaged one, whose purges were known.</param>
public sealed record RestoreReport(PurgeCounts? Replayed);
