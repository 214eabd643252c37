using DiscourseLens.Database;

namespace DiscourseLens.Tests.Docs;

/// <summary>The store of the quick start, made once by the program itself.</summary>
public sealed class QuickStart : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lens-").FullName;

    public QuickStart()
    {
        Path = System.IO.Path.Combine(_folder, "quickstart.db");
        Imported = LensProcess.Run(
            "import", "samples/quickstart/RS_2024-01.ndjson", "samples/quickstart/RC_2024-01.ndjson", "--database", Path);
        Database = LensDatabase.OpenExisting(Path);
    }

    public string Path { get; }

    public string Imported { get; }

    public LensDatabase Database { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
