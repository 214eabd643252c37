namespace DiscourseLens.Collecting.Feeds;

/// <summary>The kind <c>Feed</c>: RSS 2.0 or Atom.</summary>
internal static class FeedKind
{
    private const string Entries = "Entries";

    // A run asks once; this keeps feeds of one host apart, some of which allow one request a minute.
    public static SourceKind Kind { get; } = new("Feed", TimeSpan.FromMinutes(1), (options, _) => Fault(options), Make);

    private static SettingFault? Fault(SourceOptions options)
    {
        if (options.Address.Length == 0)
            return new(nameof(SourceOptions.Address), "", "give the feed's address");
        if (options.Communities.Count > 1)
            return new(nameof(SourceOptions.Communities), string.Join(", ", options.Communities), "name one community, or none for the host's name; another feed is another source");
        return options.Extra.TryGetValue(Entries, out var entries) && KindOf(entries) is null
            ? new($"{nameof(SourceOptions.Extra)}:{Entries}", entries, "say what its entries are: submissions or comments")
            : null;
    }

    private static FeedSource Make(SourceParts parts) => new(
        new()
        {
            Address = new Uri(parts.Options.Address),
            Community = parts.Options.Communities.Count == 0 ? "" : parts.Options.Communities[0],
            Entries = parts.Options.Extra.TryGetValue(Entries, out var entries) ? KindOf(entries) ?? PostKind.Submission : PostKind.Submission,
        },
        parts.Client, parts.Time);

    private static PostKind? KindOf(string entries) => entries switch
    {
        "submissions" => PostKind.Submission,
        "comments" => PostKind.Comment,
        _ => null,
    };
}
