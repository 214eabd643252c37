using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>Copies of the store. Each is registered, so that a later purge finds it.</summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock of their names.</param>
public sealed class Backups(LensDatabase database, TimeProvider time)
{
    private const string Unfinished = ".part";

    /// <summary>Makes a consistent copy while others read and write.</summary>
    /// <param name="folder">Where; made when absent. The copy's name tells its instant.</param>
    /// <exception cref="LensException">The folder cannot be written, or holds a copy of this second.</exception>
    public BackupReport Make(string folder)
    {
        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(database.Path)}-{now:yyyyMMdd'T'HHmmss'Z'}.db");
        var path = Path.Combine(Path.GetFullPath(folder), name);
        if (File.Exists(path))
            throw new LensException($"'{path}' is there already; wait a second.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a combined path has a folder
            Register(path, now.ToUnixTimeMilliseconds());
            Copy(path + Unfinished);
            File.Move(path + Unfinished, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            if (File.Exists(path + Unfinished))
                File.Delete(path + Unfinished);
            Remove(path);
            throw new LensException($"No backup could be made in '{folder}' ({exception.Message}); nothing is left of it.", exception);
        }

        return new(path, new FileInfo(path).Length);
    }

    /// <summary>Does in every registered copy what was purged since; a copy that cannot be cleaned is deleted.</summary>
    /// <returns>Cleaned, deleted, not found where they were made, and left because something is in the way for now.</returns>
    internal (int Cleaned, int Deleted, int Missing, int Left) Clean(CancellationToken cancellationToken)
    {
        var (cleaned, deleted, missing, left) = (0, 0, 0, 0);
        foreach (var path in Paths())
        {
            cancellationToken.ThrowIfCancellationRequested();
            File.Delete(path + Unfinished);
            if (!File.Exists(path))
                missing++;
            else if (TryClean(path) is not { } done)
                left++;
            else if (done)
                cleaned++;
            else
                deleted++;
        }

        return (cleaned, deleted, missing, left);
    }

    /// <summary>Enters a copy into the register.</summary>
    internal void Register(string path, long nowMs)
    {
        using var connection = database.Connect();
        connection.Execute(
            "insert into backup (path, made_ms) values (@path, @nowMs) on conflict (path) do update set made_ms = excluded.made_ms", new { path, nowMs });
    }

    private void Copy(string path)
    {
        File.Delete(path);
        using (var source = database.ConnectReadOnly())
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            copy.Open();
            source.BackupDatabase(copy);
        }

        LensDatabase.OpenOrCreate(path).MakeSingleFile();
    }

    /// <summary>True when the copy is clean, false when it had to be deleted, null when it must be tried again.</summary>
    private bool? TryClean(string path)
    {
        try
        {
            var copy = LensDatabase.OpenOrCreate(path);
            new PurgeReplay(copy, time).Run(database);
            if (!copy.Rewrite())
                return null;
            copy.MakeSingleFile();
            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is SqliteException or LensException)
        {
            return Delete(path);
        }
    }

    private bool? Delete(string path)
    {
        try
        {
            foreach (var part in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(path + part);
            Remove(path);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Remove(string path)
    {
        using var connection = database.Connect();
        connection.Execute("delete from backup where path = @path", new { path });
    }

    private List<string> Paths()
    {
        using var connection = database.ConnectReadOnly();
        return connection.Query<string>("select path from backup order by path").ToList();
    }

    /// <summary>Busy, locked, read-only, an error of the disk, or a full one: the copy is sound, it only cannot be written now.</summary>
    private static bool IsPassing(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14;
}

/// <summary>A copy of the store.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupReport(string Path, long Bytes);
