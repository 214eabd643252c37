using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.App.Doctor;

/// <summary>The store: there, ours, of this program's schema, undamaged, and with room to grow. Changes nothing.</summary>
internal static class StoreCheck
{
    private const long QuicklyRead = 1L << 30;
    private const long Enough = 512L << 20; // as for /health/ready

    /// <summary>Opens the store for the other checks; null where it is absent or cannot be read, which a finding tells.</summary>
    public static LensDatabase? Open(string path, List<Finding> findings)
    {
        if (!File.Exists(path))
        {
            findings.Add(Finding.Ok("store", $"There is none at '{path}' yet; the first import or collection makes it."));
            return null;
        }

        try
        {
            var database = LensDatabase.OpenExisting(path);
            findings.Add(Examine(database));
            return database;
        }
        catch (Exception exception) when (exception is LensException or SqliteException)
        {
            findings.Add(Finding.Trouble("store", exception.Message));
            return null;
        }
    }

    /// <summary>Room for the next transactions, and for the second copy that removing traces takes.</summary>
    public static Finding Disk(string path)
    {
        var full = Path.GetFullPath(path);
        var size = File.Exists(full) ? new FileInfo(full).Length : 0;
        var free = new DriveInfo(ExistingFolder(full)).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB are free beside the store of {size >> 20:N0} MB");
        if (free < Enough)
            return Finding.Trouble("disk", $"{text}; make room, below 512 MB nothing should be collected.");
        return free < size + Enough
            ? Finding.Warning("disk", $"{text}; writing the store anew after a purge needs room for a second copy.")
            : Finding.Ok("disk", text + ".");
    }

    private static Finding Examine(LensDatabase database)
    {
        using var connection = database.ConnectReadOnly();
        var size = new FileInfo(database.Path).Length;
        var posts = connection.ExecuteScalar<long>("select count(*) from item");
        if (size <= QuicklyRead && connection.ExecuteScalar<string>("pragma quick_check(1)") is var damage && damage != "ok")
            return Finding.Trouble("store", $"'{database.Path}' is damaged ({damage}); put a backup in its place with `discourselens restore`.");
        return Finding.Ok("store", string.Create(CultureInfo.InvariantCulture,
            $"'{database.Path}' has this program's schema {connection.ExecuteScalar<long>("pragma user_version")} and holds {posts:N0} posts{(size <= QuicklyRead ? "" : "; too large to look through for damage now")}."));
    }

    private static string ExistingFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder);
        return folder ?? "/";
    }
}
