namespace DiscourseLens.Tests.Docs;

/// <summary>Files of the checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>The documents people read, by path from the root.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "README.md", "CHANGELOG.md", "src/DiscourseLens/README.md",
        .. Directory.EnumerateFiles(PathOf("docs"), "*.md").Select(path => Path.GetRelativePath(Root, path)).Order(),
    ];

    private static string Find(DirectoryInfo? at)
    {
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "DiscourseLens.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the checkout they were built from.");
    }
}
