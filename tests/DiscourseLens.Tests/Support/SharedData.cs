namespace DiscourseLens.Tests.Support;

/// <summary>Data that lies beside the project for developing and never belongs to it.</summary>
internal static class SharedData
{
    /// <summary>The path of a shared file; skips the test where it is absent.</summary>
    public static string Require(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DiscourseLens.sln")))
            root = root.Parent;
        var found = root is null ? null : Path.GetFullPath(Path.Combine([root.FullName, "..", "shared", "data", .. path]));
        if (found is null || !Path.Exists(found))
            Assert.Skip($"The shared file {string.Join('/', path)} is not here.");
        return found;
    }
}
