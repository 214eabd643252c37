using DiscourseLens.Collecting;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Support;

/// <summary>A store in a folder of its own, with a scope in which "medicine" is a substance and "healing" a condition.</summary>
internal sealed class TestStudy : IDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private const int Medicine = 1;
    private const int Healing = 2;
    private readonly TempFolder _folder = new();

    public TestStudy()
    {
        Scope = new ImportScope(
            new Dictionary<string, string> { ["TestTown"] = "substance" }, "1", Read);
        Database = LensDatabase.OpenOrCreate(File("store.db"));
    }

    public LensDatabase Database { get; }
    public ImportScope Scope { get; }
    public StudyKey Key { get; init; } = StudyKey.Load(Secret, "unused");

    public string File(string name) => _folder.File(name);

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public string Write(string name, params IEnumerable<string> lines)
    {
        var bytes = ArchiveBuilder.Bytes(lines);
        return Write(name, name.EndsWith(".zst", StringComparison.Ordinal) ? ArchiveBuilder.Zstd(bytes)
            : name.EndsWith(".gz", StringComparison.Ordinal) ? ArchiveBuilder.Gzip(bytes) : bytes);
    }

    public ImportReport Import(params string[] paths) => Import(null, paths);

    public ImportReport Import(string? covers, string[] paths) =>
        new Collector(Database, Scope, Key).Import(paths, covers, null, TestContext.Current.CancellationToken);

    /// <summary>Imports one file of the lines and returns what became of them.</summary>
    public FileReport ImportLines(params IEnumerable<string> lines)
    {
        var file = Assert.Single(Import(Write("lines.ndjson", lines)).Files);
        Assert.Null(file.Error);
        Assert.Equal(file.Read, file.Stored + file.Duplicate + file.OutOfScope + file.Rejected);
        return file;
    }

    public T Scalar<T>(string sql)
    {
        using var connection = Database.ConnectReadOnly();
        return StoreContents.Scalar<T>(connection, sql);
    }

    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Database.ConnectReadOnly();
        return StoreContents.Rows(connection, sql);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static ScopeReading Read(string? title, string text, string communityClass, int threadConcepts)
    {
        var own = ConceptsIn(title) | ConceptsIn(text);
        var relevant = own == (Medicine | Healing) || (own != 0 && (own | threadConcepts) == (Medicine | Healing));
        return new ScopeReading(relevant, own);
    }

    private static int ConceptsIn(string? text) =>
        (text?.Contains("medicine", StringComparison.OrdinalIgnoreCase) == true ? Medicine : 0)
        | (text?.Contains("healing", StringComparison.OrdinalIgnoreCase) == true ? Healing : 0);
}
