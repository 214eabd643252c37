namespace DiscourseLens.Tests.Support;

/// <summary>Reference data that developers keep beside the repository; no test may need it to pass.</summary>
public static class SharedData
{
    /// <summary>The folder <c>../shared/data</c> beside the repository; null where it is absent.</summary>
    public static string? Folder { get; } =
        RepositoryFolder.PathOf("../shared/data") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The full path of a file in the folder; skips the running test where the file is absent.</summary>
    /// <param name="parts">Path within the folder.</param>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine(parts);
        var file = Folder is null ? null : Path.Combine(Folder, path);
        if (file is null || !File.Exists(file))
            Assert.Skip($"needs ../shared/data/{path}, which is kept beside the repository, not in it");
        return file;
    }
}
