using Dapper;
using DiscourseLens.Collecting;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.App;

/// <summary>
/// The study that a fresh machine shows: invented threads, shipped with the program, in a store of its own that is made at
/// first use, says in itself that it is invented, and takes nothing in.
/// </summary>
internal static class SampleStudy
{
    /// <summary>What every view of the sample must say.</summary>
    public const string Notice =
        "This is an invented sample: no real person wrote any of it, and its numbers describe nothing. Import your own archives to replace it.";

    /// <summary>Public on purpose: there is nobody behind the sample's author names.</summary>
    private const string StudyKey = "the sample study's public key, which protects nobody";

    private const string FileName = "sample.db";

    private static readonly string[] s_suffixes = ["", "-wal", "-shm", ".staging"];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Whether the sample stands in for the store: nobody named a store or a source, and the default store is not there.</summary>
    public static bool IsWanted(Settings settings) =>
        settings.IsDefaultStore && !File.Exists(settings.DatabasePath) && !settings.Collect.Enabled.Any();

    /// <summary>
    /// The sample's own settings, with its store beside the default one, made from the shipped archives when it is absent or
    /// was made by another version of the program or the sample. Says on standard error when it makes it.
    /// </summary>
    /// <param name="settings">The settings that name the default store.</param>
    /// <param name="cancellationToken">Stops the making; nothing half made is left in place.</param>
    /// <exception cref="LensException">Another file lies in its place, or another process is making it.</exception>
    public static Settings Open(Settings settings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetDirectoryName(settings.DatabasePath) ?? "", FileName);
        var version = SampleVersion.Of(AppContext.BaseDirectory);
        var found = Read(path, "sample");
        if (found is null && File.Exists(path))
            throw new LensException($"'{path}' is no sample store, and the sample study belongs there; move that file away, or name your store with --database.");
        if (found != version)
            Make(path, version, cancellationToken);
        return SettingsFor(path);
    }

    /// <summary>The sentence that must stand over everything shown of a store; null for a real study's.</summary>
    public static string? NoticeOf(string path) => Read(path, "sample") is null ? null : Read(path, "notice");

    /// <summary>Keeps real posts out of the sample, and other studies' settings too.</summary>
    /// <exception cref="LensException">The store is a sample store.</exception>
    public static void Refuse(string path)
    {
        if (Read(path, "sample") is not null)
            throw new LensException($"'{path}' holds the invented sample study and takes nothing in; name another store with --database, for example --database data/discourselens.db.");
    }

    private static Settings SettingsFor(string path) => Settings.LoadSample(Path.Combine(Folder, "study.json"), path, StudyKey);

    private static void Make(string path, string version, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine($"Making the sample study in '{path}' from the archives in '{Folder}'.");
        var half = path + ".making";
        using (WriterLock.Take(half))
            Delete(half);
        using (var study = Study.OpenToWrite(SettingsFor(half), "sample"))
        {
            Import(study, cancellationToken);
            Pipeline.ScoreAndRollUp(study, cancellationToken);
            study.Complete();
        }

        Sign(half, version);
        Delete(path);
        File.Move(half, path);
        File.Delete(half + ".lock");
    }

    private static void Import(Study study, CancellationToken cancellationToken)
    {
        var archives = Directory.GetFiles(Folder, "*.zst").Order(StringComparer.Ordinal).ToList();
        using var progress = new ConsoleProgress<ImportProgress>(ImportProgressText.Of);
        var report = study.Import(archives, covers: null, progress, cancellationToken);
        if (report.Files.FirstOrDefault(file => file.Error is not null) is { } broken)
            throw new LensException($"'{broken.File}' cannot be read ({broken.Error}); install the program again.");
    }

    /// <summary>Marks the store as the sample's, when it is whole, and leaves one file.</summary>
    private static void Sign(string path, string version)
    {
        using var connection = LensDatabase.OpenOrCreate(path).Connect();
        const string Sql = "insert into study (name, value) values ('sample', @version), ('notice', @Notice)";
        connection.Execute(Sql, new { version, Notice });
        connection.Execute("pragma wal_checkpoint(truncate)");
    }

    private static void Delete(string path)
    {
        foreach (var suffix in s_suffixes)
            File.Delete(path + suffix);
    }

    /// <summary>A value of a store's table <c>study</c>, whatever its schema version; null where there is none.</summary>
    private static string? Read(string path, string name)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            return connection.ExecuteScalar<string?>("select value from study where name = @name", new { name });
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
