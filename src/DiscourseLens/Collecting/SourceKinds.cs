using System.Text.RegularExpressions;
using DiscourseLens.Collecting.ArcticShift;
using DiscourseLens.Collecting.DiscourseForum;
using DiscourseLens.Collecting.Feeds;
using DiscourseLens.Collecting.HackerNews;
using DiscourseLens.Collecting.Lemmy;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Reddit;
using DiscourseLens.Collecting.XenForo;

namespace DiscourseLens.Collecting;

/// <summary>A kind of source: how one is made from settings.</summary>
/// <param name="Name">Its name in settings.</param>
/// <param name="Spacing">Least time between two requests unless settings ask for more or less.</param>
/// <param name="Fault">What is wrong with a source's settings or secrets; null when nothing is.</param>
/// <param name="Make">Makes the source.</param>
public sealed record SourceKind(
    string Name, TimeSpan Spacing, Func<SourceOptions, SourceSecrets, SettingFault?> Fault,
    Func<SourceParts, ISource> Make);

/// <summary>What a source is made of.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Secrets">Its secrets.</param>
/// <param name="Client">Asks for it.</param>
/// <param name="Time">The clock.</param>
public sealed record SourceParts(SourceOptions Options, SourceSecrets Secrets, SourceClient Client, TimeProvider Time);

/// <summary>A setting that is wrong.</summary>
/// <param name="Key">The key within the source's section.</param>
/// <param name="Value">What it is; empty for secrets.</param>
/// <param name="Fix">What to do.</param>
public sealed record SettingFault(string Key, string Value, string Fix);

/// <summary>The kinds of source there are.</summary>
public static partial class SourceKinds
{
    /// <summary>Hacker News: everything, or searches.</summary>
    public static SourceKind HackerNews { get; } = new("HackerNews", TimeSpan.FromSeconds(0.5), (_, _) => null, MakeHackerNews);

    /// <summary>Reddit, with the user's own approved application.</summary>
    public static SourceKind Reddit { get; } = new("Reddit", TimeSpan.FromSeconds(1), RedditFault, MakeReddit);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceKind> All { get; } = [HackerNews, Reddit, ArcticShiftKind.Kind, DiscourseKind.Kind, LemmyKind.Kind, FeedKind.Kind, XenForoKind.Kind];

    /// <summary>The kind of a name; null for none.</summary>
    public static SourceKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static HackerNewsSource MakeHackerNews(SourceParts parts)
    {
        var made = new HackerNewsOptions { Queries = parts.Options.Queries };
        return new(Root(parts) is { } root ? made with { Search = new Uri(root, "api/v1/"), Items = new Uri(root, "v0/") } : made, parts.Client);
    }

    private static SettingFault? RedditFault(SourceOptions options, SourceSecrets secrets)
    {
        if (secrets.ClientId.Length == 0)
            return new(nameof(SourceSecrets.ClientId), "", "set it in the environment to the id of your approved application");
        if (options.Communities.Count + options.Queries.Count == 0)
            return new(nameof(SourceOptions.Communities), "", "name at least one community or search");
        return options.Communities.FirstOrDefault(name => !RedditName().IsMatch(name)) is { } wrong
            ? new(nameof(SourceOptions.Communities), wrong, "write communities as Reddit does, without r/")
            : null;
    }

    private static RedditSource MakeReddit(SourceParts parts)
    {
        var made = new RedditOptions
        {
            Communities = parts.Options.Communities,
            Queries = parts.Options.Queries,
            ClientId = parts.Secrets.ClientId,
            ClientSecret = parts.Secrets.ClientSecret,
        };
        return new(Root(parts) is { } root ? made with { Tokens = root, Api = root } : made, parts.Client, parts.Time);
    }

    private static Uri? Root(SourceParts parts) => parts.Options.Address.Length == 0 ? null : new Uri(parts.Options.Address.TrimEnd('/') + "/");

    [GeneratedRegex(@"^[A-Za-z0-9_]{2,64}\z")]
    private static partial Regex RedditName();
}
