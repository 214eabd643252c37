using DiscourseLens.Database;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

/// <summary>The store of the quick start, made once by the program itself.</summary>
public sealed class QuickStart : IAsyncLifetime
{
    private readonly TempFolder _home = new();

    /// <summary>What the import printed.</summary>
    public string Imported { get; private set; } = "";

    public LensDatabase Database => LensDatabase.OpenExisting(_home.File("quickstart.db"));

    public async ValueTask InitializeAsync() => Imported = await RunAsync(
        "import",
        RepositoryFolder.PathOf("samples/quickstart/RS_2024-01.ndjson"),
        RepositoryFolder.PathOf("samples/quickstart/RC_2024-01.ndjson"));

    /// <summary>What a command prints about the store.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var run = await ProgramRun.Of(_home, [.. arguments, "--database", _home.File("quickstart.db")]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output.ReplaceLineEndings("\n");
    }

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }
}
