using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

/// <summary>The documents people read.</summary>
internal static class Documents
{
    /// <summary>Their paths within the repository.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md", "CHANGELOG.md", "src/DiscourseLens/README.md",
        .. Directory.EnumerateFiles(RepositoryFolder.PathOf("docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Order(),
    ];

    public static string Read(string path) => File.ReadAllText(RepositoryFolder.PathOf(path)).ReplaceLineEndings("\n");
}
