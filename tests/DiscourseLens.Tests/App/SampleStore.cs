using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.App;

/// <summary>A fresh machine on which <c>trend</c> was run once, and so made the sample store.</summary>
public sealed class SampleStore : IAsyncLifetime
{
    private readonly TempFolder _home = new();

    /// <summary>Exit code, output and errors of that first run.</summary>
    internal ProgramRun First { get; private set; } = new(-1, "", "");

    internal string Path => _home.File("data/sample.db");

    public async ValueTask InitializeAsync() => First = await Run("trend", "--measure", "volume", "--by", "day", "--format", "csv");

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ProgramRun> Run(params string[] arguments) => ProgramRun.Of(_home, arguments);

    internal IReadOnlyList<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return StoreContents.Rows(connection, sql);
    }

    internal double Number(string sql) => double.Parse(Assert.Single(Rows(sql)), System.Globalization.CultureInfo.InvariantCulture);
}
