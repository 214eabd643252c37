using System.Text.Json;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.App;

public sealed class DeletionCommandsTests
{
    private const string Store = "store.db";

    [Fact]
    public async Task ForgetBackupAndRestore_LeaveNoTrace_FromTheCommandLine()
    {
        using var home = await Home();
        var backup = JsonDocument.Parse((await Run(home, "backup", home.File("backups"), "--json")).Output).RootElement.GetProperty("path").GetString()!;

        var forgotten = await Run(home, "forget", "--item", "t1_c1", "--yes", "--json");
        var receipt = JsonDocument.Parse(forgotten.Output).RootElement;
        Assert.Equal((1, 1), (receipt.GetProperty("purged").GetProperty("items").GetInt32(), receipt.GetProperty("clearing").GetProperty("backupsCleaned").GetInt32()));
        var named = await ProgramRun.OfInput(home, "other\n", "forget", "--name", "reddit", "--yes", "--database", home.File(Store));
        Assert.StartsWith("Purged 1 posts: 1 texts, 1 author keys, 1 sightings", named.Output, StringComparison.Ordinal);
        Assert.Contains("No trace is left", named.Output, StringComparison.Ordinal);
        NoTrace(home, "first words", "second words");

        Assert.Equal(1, (await ProgramRun.Of(home, "restore", backup, "--database", home.File(Store))).ExitCode);
        Assert.StartsWith("Restored.", (await Run(home, "restore", backup, "--force")).Output, StringComparison.Ordinal);
        NoTrace(home, "first words", "second words");
        Assert.Contains("third words", await File.ReadAllTextAsync(home.File(Store), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Give one of --author")]
    [InlineData("--item t1_c1 --source reddit", "Give one of --author")]
    [InlineData("--item t1_c1", "say --yes")]
    [InlineData("--name reddit --yes", "Give the name")]
    public async Task Forget_IsWrongUse_WhenItIsNotClearOrNotMeant(string arguments, string message)
    {
        using var home = await Home();
        var run = await ProgramRun.OfInput(home, "", ["forget", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--database", home.File(Store)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Equal(3L, Count(home));
    }

    private static async Task<TempFolder> Home()
    {
        var home = new TempFolder();
        Directory.CreateDirectory(home.File("archives"));
        var archive = Path.Combine(home.File("archives"), "a.ndjson");
        await File.WriteAllBytesAsync(archive, Bytes(Line("c1", "first words"), Line("c2", "second words", "Other"), Line("c3", "third words")), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run(home, "import", archive)).ExitCode);
        File.Delete(archive);
        return home;

        static string Line(string id, string words, string author = "SomeWriter") =>
            Comment(id, $"Ketamine infusions helped my depression, {words}.", ("subreddit", "\"TherapeuticKetamine\""), ("author", Quote(author)));
    }

    private static async Task<ProgramRun> Run(TempFolder home, params string[] arguments)
    {
        var run = await ProgramRun.Of(home, [.. arguments, "--database", home.File(Store)]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }

    private static void NoTrace(TempFolder home, params string[] texts)
    {
        foreach (var path in Directory.EnumerateFiles(home.Path, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            foreach (var text in texts)
                Assert.DoesNotContain(text, File.ReadAllText(path, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    private static long Count(TempFolder home)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={home.File(Store)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return StoreContents.Scalar<long>(connection, "select count(*) from item");
    }
}
