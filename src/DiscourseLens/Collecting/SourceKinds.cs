using DiscourseLens.Collecting.HackerNews;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting;

/// <summary>A kind of source: how one is made from settings.</summary>
/// <param name="Name">Its name in settings.</param>
/// <param name="Spacing">Least time between two requests unless settings ask for more or less.</param>
/// <param name="Fault">What is wrong with a source's settings or secrets; null when nothing is.</param>
/// <param name="Make">Makes the source.</param>
public sealed record SourceKind(
    string Name, TimeSpan Spacing, Func<SourceOptions, SourceSecrets, SettingFault?> Fault,
    Func<SourceOptions, SourceSecrets, SourceClient, ISource> Make);

/// <summary>A setting that is wrong.</summary>
/// <param name="Key">The key within the source's section.</param>
/// <param name="Value">What it is; empty for secrets.</param>
/// <param name="Fix">What to do.</param>
public sealed record SettingFault(string Key, string Value, string Fix);

/// <summary>The kinds of source there are.</summary>
public static class SourceKinds
{
    /// <summary>Hacker News: everything, or searches.</summary>
    public static SourceKind HackerNews { get; } = new("HackerNews", TimeSpan.FromSeconds(0.5), (_, _) => null, MakeHackerNews);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<SourceKind> All { get; } = [HackerNews];

    /// <summary>The kind of a name; null for none.</summary>
    public static SourceKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static HackerNewsSource MakeHackerNews(SourceOptions options, SourceSecrets secrets, SourceClient client)
    {
        var made = new HackerNewsOptions { Queries = options.Queries };
        if (options.Address.Length == 0)
            return new(made, client);
        var root = new Uri(options.Address.TrimEnd('/') + "/");
        return new(made with { Search = new Uri(root, "api/v1/"), Items = new Uri(root, "v0/") }, client);
    }
}
