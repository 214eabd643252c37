namespace DiscourseLens.Trends.Events;

/// <summary>Something that happened in the field on a day, with a source that says so.</summary>
/// <param name="Id">Its name in queries: small letters, digits and hyphens.</param>
/// <param name="Day">The UTC day on which the public could know.</param>
/// <param name="Title">One line; text that somebody wrote, to be shown as text only.</param>
/// <param name="Place">Where it holds or happened, text as well.</param>
/// <param name="Targets">The targets it is about; <c>all</c> is every one.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Url">A page that says so, http or https.</param>
/// <param name="Origin">Where the line comes from.</param>
public sealed record DatedEvent(
    string Id, DateOnly Day, string Title, string Place, IReadOnlyList<string> Targets, string Kind, string Url, EventOrigin Origin)
{
    /// <summary>The kinds of events; <c>platform</c> is what happened to a source, such as a strike.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["regulation", "law", "trial", "publication", "legal", "media", "market", "platform", "other"];

    /// <summary>Whether a series of a target may show it: any event may show in the series of all targets.</summary>
    public bool Concerns(string target) => target == "all" || Targets.Contains("all") || Targets.Contains(target);
}

/// <summary>Where an event's line comes from.</summary>
public enum EventOrigin
{
    /// <summary>It ships with the program.</summary>
    Shipped,

    /// <summary>From the study's own file.</summary>
    File,

    /// <summary>Added by hand.</summary>
    Added,
}
