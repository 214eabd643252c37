using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Database;

public sealed class LensDatabaseTests
{
    [Fact]
    public void OpenOrCreate_MakesAMarkedStore_AndOpensItAgain()
    {
        using var folder = new TempFolder();
        var path = folder.File("deep/er/store.db");
        LensDatabase.OpenOrCreate(path);
        using var connection = LensDatabase.OpenOrCreate(path).Connect();
        Assert.Equal(0x444C4E53, connection.ExecuteScalar<long>("pragma application_id"));
        Assert.Equal(Migrator.Latest, connection.ExecuteScalar<long>("pragma user_version"));
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal(1, connection.ExecuteScalar<long>("pragma foreign_keys"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
    }

    [Fact]
    public void OpenOrCreate_Migrates_WhenStoreIsOlder()
    {
        using var folder = new TempFolder();
        LensDatabase.OpenOrCreate(folder.File("new.db"));
        Execute(folder.File("old.db"), $"pragma application_id = {0x444C4E53}"); // as if a kill had come before the first script
        LensDatabase.OpenOrCreate(folder.File("old.db"));
        Assert.Equal(Schema(folder.File("new.db")), Schema(folder.File("old.db")));
    }

    [Fact]
    public void Open_Refuses_WhenStoreIsNewer()
    {
        using var folder = new TempFolder();
        var path = folder.File("store.db");
        LensDatabase.OpenOrCreate(path);
        Execute(path, "pragma user_version = 9999");
        foreach (var open in (Func<string, LensDatabase>[])[LensDatabase.OpenOrCreate, LensDatabase.OpenExisting])
            Assert.Contains("9999", Assert.Throws<LensException>(() => open(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create table t (a)")]
    [InlineData("create table t (a); pragma user_version = 9999")]
    [InlineData("create table t (a); pragma application_id = 7")]
    public void Open_RefusesAndChangesNothing_WhenFileIsAnotherPrograms(string script)
    {
        using var folder = new TempFolder();
        var path = folder.File("other.db");
        Execute(path, script);
        var before = File.ReadAllBytes(path);
        foreach (var open in (Func<string, LensDatabase>[])[LensDatabase.OpenOrCreate, LensDatabase.OpenExisting])
            Assert.Contains("another program", Assert.Throws<LensException>(() => open(path)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(path, Assert.Single(Directory.GetFiles(folder.Path)));
    }

    [Fact]
    public void Open_RefusesAndChangesNothing_WhenFileIsNoDatabase()
    {
        using var folder = new TempFolder();
        var path = folder.File("notes.txt");
        File.WriteAllText(path, new string('n', 5000));
        foreach (var open in (Func<string, LensDatabase>[])[LensDatabase.OpenOrCreate, LensDatabase.OpenExisting])
            Assert.Contains(path, Assert.Throws<LensException>(() => open(path)).Message, StringComparison.Ordinal);
        Assert.Equal(new string('n', 5000), File.ReadAllText(path));
    }

    [Fact]
    public void OpenExisting_Throws_WhenAbsent()
    {
        using var folder = new TempFolder();
        Assert.Throws<LensException>(() => LensDatabase.OpenExisting(folder.File("none.db")));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void WriterLock_Refuses_WhileHeld()
    {
        using var folder = new TempFolder();
        var path = folder.File("store.db");
        using (WriterLock.Take(path))
            Assert.Throws<LensException>(() => WriterLock.Take(path));
        WriterLock.Take(path).Dispose();
    }

    private static void Execute(string path, string script)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute(script);
    }

    private static List<string> Schema(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        return [.. connection.Query<string>("select sql from sqlite_schema where sql is not null order by type, name")];
    }
}
