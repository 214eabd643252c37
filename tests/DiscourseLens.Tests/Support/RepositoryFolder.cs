namespace DiscourseLens.Tests.Support;

/// <summary>The checked-out repository that the tests were built in.</summary>
public static class RepositoryFolder
{
    /// <summary>The folder that holds the solution, looked for from the test program upwards.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the repository.</summary>
    /// <param name="path">Path within the repository, with forward slashes.</param>
    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Root, path));

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiscourseLens.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException(
            $"No DiscourseLens.sln above '{AppContext.BaseDirectory}'; run the tests where they were built.");
    }
}
